package io.sidelight.config;

/** What the agent does with the application's own lines: option {@code logs}. */
public enum LogsMode {
  /** They are left as they are. */
  OFF,
  /** The application's patterns can show the request. */
  ENRICH,
  /** Lines that a pattern would make come out as lines like the agent's own. */
  JSON
}
