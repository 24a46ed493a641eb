package io.sidelight.tests.logging;

/** {@code System.Logger} with SLF4J and Logback behind it. */
final class SystemLogbackLogs extends LogbackLogs {

  @Override
  public void log(Line line) {
    SystemLines.log(line);
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    return SystemLines.isEnabled(logger, level);
  }
}
