package io.sidelight.redact;

/** What a string in a JSON text is like: where it ends, and flags; in one long. */
final class JsonString {

  /** It holds a backslash. */
  static final int ESCAPED = 1;

  /** A secret may be in it. */
  static final int SUSPECT = 2;

  private JsonString() {}

  static long of(int end, int flags) {
    return (long) flags << 32 | end;
  }

  static int end(long string) {
    return (int) string;
  }

  static boolean escaped(long string) {
    return (string >>> 32 & ESCAPED) != 0;
  }

  /** Whether it is either. */
  static boolean special(long string) {
    return string >>> 32 != 0;
  }

  static boolean suspect(long string) {
    return (string >>> 32 & SUSPECT) != 0;
  }
}
