package io.sidelight.output;

/** Durations as lines show them. */
final class Durations {

  private Durations() {}

  /** Rounded half up; the unit of at most two decimals of a millisecond. */
  static long hundredthsOfMillis(long nanos) {
    long whole = nanos / 10_000;
    return nanos % 10_000 >= 5_000 ? whole + 1 : whole;
  }
}
