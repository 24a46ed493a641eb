package io.sidelight.logging;

/** A logger of some library, at level INFO. */
interface DebugLogger {

  /** Whether it says that it writes DEBUG lines. */
  boolean isEnabled();

  /** Logs a DEBUG line. */
  void log(String message);

  /** Logs a DEBUG line with an argument. */
  void log(String message, Object argument);
}
