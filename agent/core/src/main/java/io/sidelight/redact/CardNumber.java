package io.sidelight.redact;

/**
 * Recognises payment card numbers: an issuer's prefix with its length, the Luhn digit (ISO/IEC
 * 7812), either in one run of digits or grouped as cards print them.
 *
 * <p>Ungrouped 19-digit numbers that start with 4 are kept: decimal trace and row ids look like
 * that far more often than a card does.
 */
final class CardNumber {

  /** Digits of the shortest. */
  static final int SHORTEST = 13;

  /** Length of a group with the separator before it. */
  private static final int FOUR = 5;

  private CardNumber() {}

  /** Whether the run of digits {@code s[at, run)} has the length of a card number or its group. */
  static boolean promising(String s, int at, int run, int to) {
    int length = run - at;
    if (length != 4) {
      return length >= SHORTEST && length <= 19;
    }
    return run + 3 < to
        && Shapes.digit(s.charAt(run + 1))
        && Shapes.digit(s.charAt(run + 3))
        && (s.charAt(run) == ' ' || s.charAt(run) == '-');
  }

  /**
   * The card number that starts at the digit {@code at}.
   *
   * @param run end of the run of digits that starts at {@code at}
   */
  static long find(String s, int floor, int at, int run, int to) {
    int length = run - at;
    boolean single = length >= SHORTEST && length <= 19;
    if (!single && length != 4) {
      return Span.NONE;
    }
    if (!Shapes.startsWord(s, floor, at) || fraction(s, floor, at)) {
      return Span.NONE;
    }
    if (single) {
      boolean rowId = length == 19 && s.charAt(at) == '4';
      return !rowId && ends(s, run, to) && valid(s, at, run) ? Span.of(at, run) : Span.NONE;
    }
    return grouped(s, floor, at, run, to);
  }

  private static long grouped(String s, int floor, int at, int run, int to) {
    if (run >= to || (s.charAt(run) != ' ' && s.charAt(run) != '-')) {
      return Span.NONE;
    }
    char separator = s.charAt(run);
    int second = group(s, run, to, separator);
    int third = group(s, second, to, separator);
    if (second - run == FOUR && third - second == FOUR) {
      return inRow(s, floor, at, run, to);
    }
    boolean sixes = second - run == 7 && (third - second == 5 || third - second == 6);
    return sixes && ends(s, third, to) && valid(s, at, third) ? Span.of(at, third) : Span.NONE;
  }

  /**
   * A card number in a row of groups of four digits. Cards stand alone, with a year beside them, or
   * one after the other; of other rows, such as measured values, many look like a card somewhere. A
   * row is looked at once, from its first group.
   */
  private static long inRow(String s, int floor, int at, int run, int to) {
    char separator = s.charAt(run);
    if (follows(s, floor, at, separator)) {
      return Span.NONE;
    }
    int end = run;
    int groups = 1;
    int next = group(s, end, to, separator);
    while (next - end == FOUR) {
      end = next;
      groups++;
      next = group(s, end, to, separator);
    }
    if (groups == 4
        && next - end >= 2
        && next - end <= 4
        && ends(s, next, to)
        && valid(s, at, next)) {
      return Span.of(at, next);
    }
    if (groups > 5 && groups % 4 != 0) {
      return Span.NONE;
    }
    int step = groups > 5 ? 4 : 1;
    for (int first = 0; first + 4 <= groups; first += step) {
      int from = at + first * FOUR;
      int last = from + 4 * FOUR - 1;
      if (ends(s, last, to) && valid(s, from, last)) {
        return Span.of(from, last);
      }
    }
    return Span.NONE;
  }

  /** Whether a group of four digits and the separator stand before {@code at}. */
  private static boolean follows(String s, int floor, int at, char separator) {
    int from = at - FOUR;
    if (from < floor || s.charAt(at - 1) != separator) {
      return false;
    }
    for (int i = from; i < at - 1; i++) {
      if (!Shapes.digit(s.charAt(i))) {
        return false;
      }
    }
    return from == floor || !Shapes.alphanumeric(s.charAt(from - 1));
  }

  /** End of a separator and at most seven digits after it; {@code at} if there is none. */
  private static int group(String s, int at, int to, char separator) {
    if (at >= to || s.charAt(at) != separator) {
      return at;
    }
    int end = at + 1;
    while (end < to && end - at <= 7 && Shapes.digit(s.charAt(end))) {
      end++;
    }
    return end == at + 1 ? at : end;
  }

  private static boolean ends(String s, int at, int to) {
    return at >= to || !Shapes.alphanumeric(s.charAt(at));
  }

  private static boolean fraction(String s, int floor, int at) {
    return at - 2 >= floor && s.charAt(at - 1) == '.' && Shapes.digit(s.charAt(at - 2));
  }

  private static boolean valid(String s, int from, int to) {
    int digits = 0;
    int sum = 0;
    int prefix = 0;
    for (int i = from; i < to; i++) {
      if (Shapes.digit(s.charAt(i))) {
        prefix = digits < 4 ? prefix * 10 + s.charAt(i) - '0' : prefix;
        digits++;
      }
    }
    boolean twice = false;
    for (int i = to - 1; i >= from; i--) {
      if (Shapes.digit(s.charAt(i))) {
        int value = (s.charAt(i) - '0') << (twice ? 1 : 0);
        sum += value > 9 ? value - 9 : value;
        twice = !twice;
      }
    }
    return sum % 10 == 0 && issued(prefix, digits);
  }

  private static boolean issued(int prefix, int digits) {
    int two = prefix / 100;
    if (two / 10 == 4) {
      return digits == 13 || digits == 16 || digits == 19;
    }
    if ((two >= 51 && two <= 55) || (prefix >= 2221 && prefix <= 2720)) {
      return digits == 16;
    }
    if (two == 34 || two == 37) {
      return digits == 15;
    }
    if (two == 36 || two == 38 || (prefix >= 3000 && prefix <= 3059)) {
      return digits == 14;
    }
    boolean discover = prefix == 6011 || two == 65 || (prefix >= 6440 && prefix <= 6499);
    return digits >= 16 && (discover || two == 62 || (prefix >= 3528 && prefix <= 3589));
  }
}
