package io.sidelight.config;

/** Reads ASCII digits strictly: no sign, no other script, no exception. */
final class Digits {

  private Digits() {}

  /**
   * The number that the characters from {@code start} to before {@code end} spell.
   *
   * @return -1 if there are none, if one of them is no digit, or if the number exceeds a long
   */
  static long parse(String text, int start, int end) {
    long number = start < end ? 0 : -1;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** The index of the first character that is no digit. */
  static int end(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
