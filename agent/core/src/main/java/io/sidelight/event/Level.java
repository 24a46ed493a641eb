package io.sidelight.event;

/** Severity of a line, least severe first; {@link #compareTo} orders by severity. */
public enum Level {
  DEBUG,
  INFO,
  WARN,
  ERROR
}
