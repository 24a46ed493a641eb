package io.sidelight.tests.logging;

/** {@code System.Logger} with Log4j 2 behind it. */
final class SystemLog4jLogs extends Log4jApiLogs {

  @Override
  public void log(Line line) {
    SystemLines.log(line);
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    return SystemLines.isEnabled(logger, level);
  }
}
