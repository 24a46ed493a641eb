package io.sidelight.redact;

/** What a piece of text looks like, told from its characters alone: one pass, ASCII only. */
final class Shapes {

  private Shapes() {}

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean lower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean upper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean alphanumeric(char c) {
    return digit(c) || lower(c) || upper(c);
  }

  /** Characters of base64url. */
  static boolean base64Url(char c) {
    return alphanumeric(c) || c == '-' || c == '_';
  }

  /** Characters of a bearer token (RFC 6750, section 2.1). */
  static boolean tokenChar(char c) {
    return base64Url(c) || c == '.' || c == '~' || c == '+' || c == '/' || c == '=';
  }

  static boolean closer(char c) {
    return c == ')' || c == ']' || c == '}' || c == '>';
  }

  static boolean quote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  /** Space, tab, line ends and other controls. */
  static boolean blank(char c) {
    return c <= ' ';
  }

  /** A boolean, null, or a date or time: what a key may say about a secret without giving it. */
  static boolean flagOrTime(String s, int from, int to) {
    return equal(s, from, to, "true")
        || equal(s, from, to, "false")
        || equal(s, from, to, "null")
        || equal(s, from, to, "yes")
        || equal(s, from, to, "no")
        || time(s, from, to);
  }

  private static boolean equal(String s, int from, int to, String word) {
    return to - from == word.length() && s.regionMatches(true, from, word, 0, word.length());
  }

  private static boolean time(String s, int from, int to) {
    if (to - from < 10
        || to - from > 40
        || s.charAt(from + 4) != '-'
        || s.charAt(from + 7) != '-') {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      boolean separator = i != from && "-:.TZ+%".indexOf(c) >= 0;
      if (!digit(c) && !separator && c != 'A') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a value looks machine-made: 16 characters or more of letters and digits, neither UUID
   * nor common hash nor a hyphenated name.
   */
  static boolean opaque(String s, int from, int to) {
    if (to - from < 16) {
      return false;
    }
    int digits = 0;
    int letters = 0;
    int uppers = 0;
    int separators = 0;
    int slashes = 0;
    boolean hex = true;
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      if (digit(c)) {
        digits++;
      } else if (lower(c) || upper(c)) {
        letters++;
        uppers += upper(c) ? 1 : 0;
        hex &= (c | 0x20) <= 'f';
      } else if (c == '-' || c == '_') {
        separators++;
      } else if (c == '/') {
        slashes++;
      } else if (c != '+' && c != '=' && c != '%' && c != '~') {
        return false;
      }
    }
    if (digits == 0 || letters == 0 || slashes > 1 || uuid(s, from, to)) {
      return false;
    }
    boolean hash = hex && separators + slashes == 0 && to - from >= 32;
    return !hash && (separators < 2 || uppers > 0);
  }

  /** 32 hexadecimal digits or more. */
  static boolean hash(String s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.charAt(i) >= 0x80 || Character.digit(s.charAt(i), 16) < 0) {
        return false;
      }
    }
    return to - from >= 32;
  }

  static boolean uuid(String s, int from, int to) {
    if (to - from != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      char c = s.charAt(from + i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : !digit(c) && ((c | 0x20) < 'a' || (c | 0x20) > 'f')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a path segment is no plain word or short number: letters and digits mixed (8 or more),
   * 20 letters without a break, case that changes again and again, or 6 digits.
   */
  static boolean secretSegment(String s, int from, int to) {
    int digits = 0;
    int letters = 0;
    int run = 0;
    int longestRun = 0;
    int rises = 0;
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      boolean letter = lower(c) || upper(c);
      run = letter ? run + 1 : 0;
      longestRun = Math.max(longestRun, run);
      digits += digit(c) ? 1 : 0;
      letters += letter ? 1 : 0;
      rises += upper(c) && i > from && lower(s.charAt(i - 1)) ? 1 : 0;
    }
    if (letters == 0) {
      return digits >= 6;
    }
    return (digits > 0 && to - from >= 8) || longestRun >= 20 || rises >= 4;
  }

  /**
   * Whether {@code at} may be the start of a word: no letter or digit before it, or one that ends
   * an escape ({@code \n}, {@code %20}) or a terminal colour.
   */
  static boolean startsWord(String s, int floor, int at) {
    if (at <= floor || !alphanumeric(s.charAt(at - 1))) {
      return true;
    }
    char before = s.charAt(at - 1);
    if (at - 2 < floor) {
      return false;
    }
    char second = s.charAt(at - 2);
    if (second == '\\') {
      return "nrtbf".indexOf(before) >= 0;
    }
    if (before == 'm' && (digit(second) || second == '[')) {
      return true;
    }
    return at - 3 >= floor && Percent.escape(s, at - 3) >= 0;
  }
}
