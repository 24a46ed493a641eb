package io.sidelight.config;

/** What happens to a line when the queue is full: option {@code output.overflow}. */
public enum OverflowPolicy {
  /** The line is dropped and counted; no thread waits. */
  DROP,
  /** The thread that logs waits for room. */
  BLOCK
}
