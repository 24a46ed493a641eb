package io.sidelight.redact;

/**
 * Recognises the password in Oracle's own form of a JDBC URL, {@code
 * jdbc:oracle:thin:user/password@…}, which has no {@code ://} before it.
 */
final class OracleUrl {

  private static final String SCHEME = "jdbc:oracle:";

  /** Of thin, oci, oci8 and kprb: most colons are done with by one look. */
  private static final String LAST_OF_DRIVER = "ni8b";

  private static final int LONGEST_DRIVER = 8;
  private static final int LONGEST_USER = 128;
  private static final int LONGEST_PASSWORD = 256;

  private OracleUrl() {}

  /** The password, if the colon at {@code at} ends the driver's name. */
  static long find(String s, int floor, int at, int to) {
    if (at <= floor || LAST_OF_DRIVER.indexOf(s.charAt(at - 1)) < 0) {
      return Span.NONE;
    }
    int driver = at;
    while (driver > floor && at - driver < LONGEST_DRIVER && s.charAt(driver - 1) != ':') {
      driver--;
    }
    int from = driver - SCHEME.length();
    if (from < floor || !s.regionMatches(true, from, SCHEME, 0, SCHEME.length())) {
      return Span.NONE;
    }
    int slash = at + 1;
    int limit = Math.min(to, at + LONGEST_USER);
    while (slash < limit && userChar(s.charAt(slash))) {
      slash++;
    }
    if (slash >= limit || s.charAt(slash) != '/' || slash + 1 >= to) {
      return Span.NONE;
    }
    int end = passwordEnd(s, slash + 1, Math.min(to, slash + LONGEST_PASSWORD));
    return end > slash + 1 ? Span.of(slash + 1, end) : Span.NONE;
  }

  /** Before the last {@code @}; without one the URL is cut off and the rest is the password. */
  private static int passwordEnd(String s, int from, int to) {
    int last = -1;
    int i = from;
    if (s.charAt(from) == '"') {
      i++;
      while (i < to && s.charAt(i) != '"') {
        i++;
      }
    }
    while (i < to && !Shapes.blank(s.charAt(i)) && s.charAt(i) != '\'') {
      last = s.charAt(i) == '@' ? i : last;
      i++;
    }
    return last < 0 ? i : last;
  }

  private static boolean userChar(char c) {
    return !Shapes.blank(c) && c != '/' && c != '@' && !Shapes.quote(c);
  }
}
