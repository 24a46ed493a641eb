package io.sidelight.redact;

/**
 * Finds names of secrets that people write with a space: {@code access token}, {@code mot de
 * passe}.
 */
final class Phrases {

  private static final int LONGEST = 24;
  private static final boolean[] ENDS = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      ENDS[c] = "yrdeiuSYRDE".indexOf(c) >= 0;
    }
  }

  private final KeyRules keys;

  Phrases(KeyRules keys) {
    this.keys = keys;
  }

  /** Whether the last word of a phrase may end in this character. */
  static boolean mayEnd(char c) {
    return c >= 128 || ENDS[c];
  }

  /** Whether the word {@code s[from, end)} is the last of a phrase that names a secret. */
  boolean ends(String s, int floor, int from, int end) {
    if (from >= end || from - 2 < floor || s.charAt(from - 1) != ' ' || !letters(s, from, end)) {
      return false;
    }
    char last = s.charAt(end - 1);
    // The second words of the pairs that people write with a space; all others are no phrase.
    if (!mayEnd(last) || !keys.endsPhrase(s, from, end)) {
      return false;
    }
    return keys.phrase(s, start(s, floor, from), end);
  }

  /** Where the two words before the one at {@code from} start, as far as they are words. */
  static int start(String s, int floor, int from) {
    int start = from - 1;
    int spaces = 1;
    while (start > floor && from - start < LONGEST) {
      char c = s.charAt(start - 1);
      if (c == ' ' && ++spaces > 2) {
        break;
      }
      if (c != ' ' && c < 128 && !Shapes.alphanumeric(c)) {
        break;
      }
      start--;
    }
    return start;
  }

  private static boolean letters(String s, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      if (Shapes.lower(c) || Shapes.upper(c) || c >= 0x80 || c == '\\' || c == '%') {
        return true;
      }
    }
    return false;
  }
}
