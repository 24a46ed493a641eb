package io.sidelight.tests.logging;

/** Commons Logging, which finds {@code java.util.logging} by itself. */
final class CommonsLogs extends JulLogs {

  @Override
  public void log(Line line) {
    CommonsLines.log(line);
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    return CommonsLines.isEnabled(logger, level);
  }
}
