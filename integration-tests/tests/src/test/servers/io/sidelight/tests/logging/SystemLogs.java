package io.sidelight.tests.logging;

/** {@code System.Logger} as the JDK has it: {@code java.util.logging} is behind it. */
final class SystemLogs extends JulLogs {

  @Override
  public void log(Line line) {
    SystemLines.log(line);
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    return SystemLines.isEnabled(logger, level);
  }
}
