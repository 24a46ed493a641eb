package io.sidelight.tests.logging;

/** An API that leads to a library of another one's, which is set up as {@link Logs} do it. */
interface Facade {

  /** As {@link Logs#log}. */
  void log(Line line);

  /** As {@link Logs#logHostile}. */
  void logHostile(String logger, String message);

  /** As {@link Logs#isEnabled}. */
  boolean isEnabled(String logger, String level);
}
