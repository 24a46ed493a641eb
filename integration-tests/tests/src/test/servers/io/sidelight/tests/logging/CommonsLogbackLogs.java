package io.sidelight.tests.logging;

/** Commons Logging, or what is in its place, with SLF4J and Logback behind it. */
final class CommonsLogbackLogs extends LogbackLogs {

  @Override
  public void log(Line line) {
    CommonsLines.log(line);
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    return CommonsLines.isEnabled(logger, level);
  }
}
