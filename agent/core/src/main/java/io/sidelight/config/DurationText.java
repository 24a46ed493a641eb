package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** Durations of the command line, which read as those of options do. */
public final class DurationText {

  private final QuantityKind kind;

  /** Durations between these, in nanoseconds, bounds included. */
  public DurationText(long min, long max) {
    kind = QuantityKind.duration(min, max);
  }

  /**
   * Nanoseconds of a text like {@code 15m}.
   *
   * @return null if it is no duration, or out of bounds
   */
  public @Nullable Long parse(String text) {
    return kind.parse(text);
  }

  /** What texts it takes; reads after "must be". */
  public String values() {
    return kind.description();
  }
}
