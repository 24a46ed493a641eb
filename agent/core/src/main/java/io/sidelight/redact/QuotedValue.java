package io.sidelight.redact;

/**
 * Finds a secret that stands in quotes right after its name: {@code IDENTIFIED BY 'x'}, {@code WITH
 * PASSWORD 'x'}, {@code API key "x" is disabled}. Looks back and ahead over a bounded stretch.
 */
final class QuotedValue {

  private static final int LONGEST = 512;
  private static final int LONGEST_CLAUSE = 64;
  private static final String IDENTIFIED = "identified ";

  private QuotedValue() {}

  /** Where the name ends before the quote at {@code at}; {@code floor} if nothing like one does. */
  static int nameEnd(String s, int floor, int at) {
    int end = at;
    while (end > floor && at - end < 4 && s.charAt(end - 1) == ' ') {
      end--;
    }
    return end > floor && Shapes.alphanumeric(s.charAt(end - 1)) ? end : floor;
  }

  /** Whether {@code IDENTIFIED BY} and the like end before {@code end}. */
  static boolean clause(String s, int floor, int end) {
    int from = end;
    while (from > floor && (Shapes.lower(s.charAt(from - 1)) || Shapes.upper(s.charAt(from - 1)))) {
      from--;
    }
    int length = end - from;
    boolean last =
        (length == 2
                && (s.regionMatches(true, from, "by", 0, 2)
                    || s.regionMatches(true, from, "as", 0, 2)))
            || (length == 6 && s.regionMatches(true, from, "values", 0, 6));
    if (!last) {
      return false;
    }
    int least = Math.max(floor, from - LONGEST_CLAUSE);
    for (int i = from - IDENTIFIED.length();
        i >= least && s.charAt(i + IDENTIFIED.length() - 1) != ',';
        i--) {
      if (s.regionMatches(true, i, IDENTIFIED, 0, IDENTIFIED.length())) {
        return true;
      }
    }
    return false;
  }

  /** What stands between the quote at {@code at} and its end in the same line, or none. */
  static long content(String s, int at, int to) {
    char quote = s.charAt(at);
    int limit = Math.min(to, at + LONGEST);
    for (int i = at + 1; i < limit && s.charAt(i) != '\n' && s.charAt(i) != '\r'; i++) {
      if (s.charAt(i) == quote) {
        if (i + 1 < limit && s.charAt(i + 1) == quote) {
          i++; // SQL doubles a quote.
        } else {
          return i > at + 1 ? Span.of(at + 1, i) : Span.NONE;
        }
      }
    }
    return Span.NONE;
  }
}
