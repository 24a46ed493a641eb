package io.sidelight.config;

/** What happens to a line when the queue is full: option {@code output.overflow}. */
public enum OverflowPolicy {
  /** The line is dropped, counted, and told of by {@code events_dropped}; no thread waits. */
  DROP,
  /** The thread that logs waits for room: then, and only then, a request may wait for I/O. */
  BLOCK
}
