package io.sidelight.config;

/** How a line is written: option {@code format}. */
public enum LineFormat {
  /** Text on a terminal, JSON everywhere else. */
  AUTO,
  /** One JSON object for each line. */
  JSON,
  /** For people. */
  TEXT
}
