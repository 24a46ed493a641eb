package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Remembers values that were scanned and found to hold no secret: hosts, paths and content types
 * come again with every request. A fixed number of short ones, the newest in each place; never a
 * value with a secret in it.
 *
 * <p>Thread-safe without locks: a place holds a string or null, and what a thread does not see yet
 * it scans again.
 */
final class CleanValues {

  /** Longer ones seldom come twice. */
  static final int LONGEST = 128;

  private static final int PLACES = 256;

  private final @Nullable String[] places = new String[PLACES];

  boolean has(String value) {
    return value.length() <= LONGEST && value.equals(places[place(value)]);
  }

  void add(String value) {
    if (value.length() <= LONGEST) {
      places[place(value)] = value;
    }
  }

  private static int place(String value) {
    int hash = value.hashCode();
    return (hash ^ hash >>> 16) & PLACES - 1;
  }
}
