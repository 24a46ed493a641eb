package io.sidelight.redact;

/**
 * Tells secrets from their number under a key that may stand for both, such as {@code tokens}: a
 * list or an object with a text in it holds secrets, one of numbers counts them.
 */
final class CountedValue {

  /** So much of a list decides, because one that is kept will be read again. */
  private static final int LONGEST_PROBE = 256;

  private CountedValue() {}

  /** Whether a list or an object starts at {@code at}. */
  static boolean opens(String s, int at, int to) {
    return at < to && (s.charAt(at) == '[' || s.charAt(at) == '{');
  }

  /** Whether the list or object opened at {@code at} has a value with a letter in it. */
  static boolean holdsText(String s, int at, int to) {
    int limit = Math.min(to, at + LONGEST_PROBE);
    int depth = 0;
    int i = at;
    while (i < limit) {
      char c = s.charAt(i);
      if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        if (--depth == 0) {
          return false;
        }
      } else if (part(c)) {
        int end = i;
        while (end < limit && part(s.charAt(end))) {
          end++;
        }
        if (letters(s, i, end) && !Shapes.flagOrTime(s, i, end) && !key(s, end, to)) {
          return true;
        }
        i = end;
        continue;
      }
      i++;
    }
    return false;
  }

  static boolean letters(String s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetter(s.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a separator follows, so that what ends at {@code at} is a key. */
  private static boolean key(String s, int at, int to) {
    int i = at;
    while (i < to
        && i - at < 16
        && (Shapes.blank(s.charAt(i)) || Shapes.quote(s.charAt(i)) || s.charAt(i) == '\\')) {
      i++;
    }
    return i < to && (s.charAt(i) == ':' || s.charAt(i) == '=');
  }

  private static boolean part(char c) {
    return !Shapes.blank(c) && !Shapes.quote(c) && ",:=[]{}\\".indexOf(c) < 0;
  }
}
