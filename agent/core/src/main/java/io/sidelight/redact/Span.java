package io.sidelight.redact;

/** A start and an end in one long, so that recognisers can return both without allocation. */
final class Span {

  /** No match; no span starts at 0 and ends at 0. */
  static final long NONE = 0;

  private Span() {}

  static long of(int from, int to) {
    return (long) from << 32 | to;
  }

  static int from(long span) {
    return (int) (span >>> 32);
  }

  static int to(long span) {
    return (int) span;
  }
}
