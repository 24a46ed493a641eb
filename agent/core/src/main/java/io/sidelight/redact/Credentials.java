package io.sidelight.redact;

/**
 * Recognises what follows an HTTP authentication scheme ({@code Bearer xyz}, {@code Basic dTpw}),
 * and tells it from prose such as "Basic authentication failed". RFC 6750, RFC 7617.
 */
final class Credentials {

  private static final String[] SCHEMES = {
    "bearer", "basic", "token", "digest", "negotiate", "apikey", "ntlm"
  };

  /** So many characters decide whether it is a token; the rest follows. */
  private static final int LONGEST_PROBE = 128;

  private Credentials() {}

  /** Whether one of the schemes that {@link #find} knows stands at {@code at}. */
  static boolean schemeAt(String s, int at) {
    if (at + 2 >= s.length()) {
      return false;
    }
    // Most words that begin so differ in the third letter.
    char third = s.charAt(at + 2);
    if (third < 128 && (third | 0x20) != 'a' && (third | 0x20) != 's') {
      return false;
    }
    return s.regionMatches(true, at, "bearer", 0, 6) || s.regionMatches(true, at, "basic", 0, 5);
  }

  /** The credentials after {@code bearer} or {@code basic} at {@code at}. */
  static long find(String s, int at, int to) {
    boolean bearer = s.regionMatches(true, at, "bearer", 0, 6);
    if (!bearer && !s.regionMatches(true, at, "basic", 0, 5)) {
      return Span.NONE;
    }
    int scheme = at + (bearer ? 6 : 5);
    int from = afterGap(s, scheme, to);
    if (from == scheme) {
      return Span.NONE;
    }
    int probe = runEnd(s, from, Math.min(to, from + LONGEST_PROBE));
    if (probe - from < 4
        || !(machineMade(s, from, probe) || (!bearer && userAndPassword(s, from, probe)))) {
      return Span.NONE;
    }
    int end = runEnd(s, probe, to);
    while (s.charAt(end - 1) == '.') {
      end--;
    }
    return Span.of(from, end);
  }

  /** Which of the two schemes stands before the credentials at {@code from}. */
  static String schemeBefore(String s, int from) {
    int end = from;
    while (end > 0 && !Shapes.lower(s.charAt(end - 1)) && !Shapes.upper(s.charAt(end - 1))) {
      end--;
    }
    if (end >= 5 && s.regionMatches(true, end - 5, "basic", 0, 5)) {
      return "basic";
    }
    return end >= 6 && s.regionMatches(true, end - 6, "bearer", 0, 6) ? "bearer" : "";
  }

  private static int runEnd(String s, int from, int to) {
    int end = from;
    while (end < to && Shapes.tokenChar(s.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * If a scheme name and a space stand at {@code at}, where the credentials start; else {@code at}.
   */
  static int afterScheme(String s, int at, int to) {
    for (String scheme : SCHEMES) {
      int end = at + scheme.length();
      if (end < to
          && s.charAt(end) == ' '
          && s.regionMatches(true, at, scheme, 0, scheme.length())) {
        return afterGap(s, end, to);
      }
    }
    return at;
  }

  /**
   * End of the one word after a scheme that has no more than one; {@code at} if there is none. Such
   * as {@code Digest} has parameters.
   */
  static int oneWordEnd(String s, int at, int to) {
    int from = afterScheme(s, at, to);
    if (from == at || s.regionMatches(true, at, "digest", 0, 6)) {
      return at;
    }
    int end = runEnd(s, from, to);
    return end > from ? end : at;
  }

  private static int afterGap(String s, int at, int to) {
    int i = at;
    while (i < to) {
      char c = s.charAt(i);
      if (c == ' ' || c == '\t' || c == '+' || c == ':') {
        i++;
      } else if (c == '%' && s.startsWith("%20", i) && i + 3 <= to) {
        i += 3;
      } else {
        break;
      }
    }
    return i;
  }

  private static boolean machineMade(String s, int from, int to) {
    boolean digit = false;
    boolean mixed = false;
    int run = 0;
    int longestRun = 0;
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      digit |= Shapes.digit(c);
      mixed |= i > from && Shapes.upper(c) && Shapes.lower(s.charAt(i - 1));
      run = Shapes.lower(c) || Shapes.upper(c) ? run + 1 : 0;
      longestRun = Math.max(longestRun, run);
    }
    int length = to - from;
    boolean padded = s.charAt(to - 1) == '=' && length % 4 == 0;
    return (digit && length >= 6) || (mixed && length >= 8) || padded || longestRun >= 20;
  }

  /** Whether base64 in {@code s[from, to)} decodes to text with a colon. */
  private static boolean userAndPassword(String s, int from, int to) {
    int bits = 0;
    int count = 0;
    boolean colon = false;
    for (int i = from; i < to && s.charAt(i) != '='; i++) {
      int value = Base64Digits.of(s.charAt(i));
      if (value < 0) {
        return false;
      }
      bits = bits << 6 | value;
      count += 6;
      if (count >= 8) {
        count -= 8;
        int b = bits >>> count & 0xff;
        if (b < ' ' || b == 0x7f) {
          return false;
        }
        colon |= b == ':';
      }
    }
    return colon;
  }
}
