package io.sidelight.output;

/** Durations as lines show them. */
public final class Durations {

  private Durations() {}

  /**
   * Whether a duration reaches a threshold as a line shows it, so that {@code slow} never
   * contradicts the {@code duration_ms} beside it.
   *
   * @param limitNanos 0 for no threshold
   */
  public static boolean reach(long durationNanos, long limitNanos) {
    return limitNanos > 0 && hundredthsOfMillis(durationNanos) >= hundredthsOfMillis(limitNanos);
  }

  /** Rounded half up; the unit of at most two decimals of a millisecond. */
  static long hundredthsOfMillis(long nanos) {
    long whole = nanos / 10_000;
    return nanos % 10_000 >= 5_000 ? whole + 1 : whole;
  }
}
