package io.sidelight.redact;

import java.util.Locale;
import java.util.Set;

/** Tells {@code pass: 17, fail: 2} from a password: a number with another result beside it. */
final class TestResult {

  private static final String NAME = "pass";
  private static final int MOST_BETWEEN = 24;
  private static final int LONGEST_WORD = 12;

  private final Set<String> others;

  /**
   * @param others names of the other results, such as {@code failed}
   */
  TestResult(Set<String> others) {
    this.others = others;
  }

  /** Whether a key may be that of a result. */
  static boolean named(String s, int from, int to) {
    return to - from == NAME.length() && s.regionMatches(true, from, NAME, 0, NAME.length());
  }

  /** Whether the separator at {@code at} is followed by a count among other results. */
  boolean in(String s, int at, int to) {
    int from = at;
    while (from < to && from - at < 4 && ":= ".indexOf(s.charAt(from)) >= 0) {
      from++;
    }
    int end = from;
    while (end < to && end - from < 8 && Shapes.digit(s.charAt(end))) {
      end++;
    }
    if (end == from || (end < to && Shapes.alphanumeric(s.charAt(end)))) {
      return false;
    }
    return after(s, end, to) || before(s, at);
  }

  private boolean after(String s, int at, int to) {
    int from = at;
    while (from < to && from - at < 4 && " ,;|/&\"'".indexOf(s.charAt(from)) >= 0) {
      from++;
    }
    int end = from;
    while (end < to && end - from < LONGEST_WORD && letter(s.charAt(end))) {
      end++;
    }
    return end > from && other(s, from, end);
  }

  private boolean before(String s, int at) {
    int end = at;
    int least = Math.max(0, at - MOST_BETWEEN);
    while (end > least && !letter(s.charAt(end - 1))) {
      end--;
    }
    end -= NAME.length();
    while (end > least && !letter(s.charAt(end - 1)) && s.charAt(end - 1) != '\n') {
      end--;
    }
    int from = Math.max(0, end);
    while (from > 0 && end - from < LONGEST_WORD && letter(s.charAt(from - 1))) {
      from--;
    }
    return end > from && other(s, from, end);
  }

  private boolean other(String s, int from, int to) {
    return others.contains(s.substring(from, to).toLowerCase(Locale.ROOT));
  }

  private static boolean letter(char c) {
    return Shapes.lower(c) || Shapes.upper(c);
  }
}
