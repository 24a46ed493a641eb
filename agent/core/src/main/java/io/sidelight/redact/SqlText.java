package io.sidelight.redact;

/**
 * Knows the clauses of SQL and the messages of databases that a secret stands in without a name
 * right before it. Looks back and ahead over a bounded stretch.
 *
 * <p>Sources: MySQL 8.4, MariaDB 11 and Oracle 23 references, {@code CREATE USER}, {@code ALTER
 * USER}, {@code SET PASSWORD}; PostgreSQL's message of {@code unique_violation} ({@code
 * nbtinsert.c}); MySQL's {@code ER_DUP_ENTRY}.
 */
final class SqlText {

  /** The last letter of {@code IDENTIFIED BY}. */
  static final char LAST_OF_CLAUSE = 'Y';

  private static final int LONGEST_CLAUSE = 64;
  private static final String IDENTIFIED = "identified ";
  private static final String FOR = "password for ";
  private static final String DUPLICATE = "duplicate entry";
  private static final String FOR_KEY = "' for key '";
  private static final String REPLACE = " replace ";

  private SqlText() {}

  /**
   * Whether {@code IDENTIFIED BY}, {@code IDENTIFIED WITH plugin AS}, {@code IDENTIFIED BY VALUES}
   * and the like end before {@code end}.
   */
  static boolean identifies(String s, int floor, int end) {
    int least = Math.max(floor, end - LONGEST_CLAUSE);
    int last = wordStart(s, least, end);
    if (is(s, last, end, "values") || is(s, last, end, "password")) {
      end = blanksBefore(s, least, last);
      last = wordStart(s, least, end);
      if (!is(s, last, end, "by")) {
        return false;
      }
    } else if (!is(s, last, end, "by") && !is(s, last, end, "as") && !is(s, last, end, "using")) {
      return false;
    }
    end = blanksBefore(s, least, last);
    if (end == last) {
      return false;
    }
    if (endsWith(s, least, end, "identified")) {
      return true;
    }
    // A plugin, which may be in quotes, stands between.
    int plugin = end;
    while (plugin > least && !Shapes.blank(s.charAt(plugin - 1)) && s.charAt(plugin - 1) != ',') {
      plugin--;
    }
    int before = blanksBefore(s, least, plugin);
    int via = wordStart(s, least, before);
    return plugin < end
        && (is(s, via, before, "with") || is(s, via, before, "via"))
        && endsWith(s, least, blanksBefore(s, least, via), "identified");
  }

  /**
   * The password without quotes after {@code IDENTIFIED BY}, of which {@code at} is the last
   * letter. In capitals only, as a person may be "identified by" anything in a sentence.
   */
  static long unquotedPassword(String s, int floor, int at, int to) {
    int by = at - 1 - IDENTIFIED.length();
    if (by < floor || !s.startsWith("IDENTIFIED BY ", by)) {
      return Span.NONE;
    }
    int from = at + 1;
    while (from < to && s.charAt(from) == ' ') {
      from++;
    }
    int end = from;
    while (end < to && !Shapes.blank(s.charAt(end)) && ";,)'\"`[".indexOf(s.charAt(end)) < 0) {
      end++;
    }
    boolean clause =
        is(s, from, end, "values") || is(s, from, end, "password") || is(s, from, end, "random");
    return end == from || clause || "<$:?".indexOf(s.charAt(from)) >= 0
        ? Span.NONE
        : Span.of(from, withReplaced(s, end, to));
  }

  /**
   * Where the password that a new one replaces ends, as in {@code IDENTIFIED BY new REPLACE old};
   * {@code end} if there is none.
   *
   * @param end end of the new password, before its quote if it has one
   */
  static int withReplaced(String s, int end, int to) {
    int from = end < to && Shapes.quote(s.charAt(end)) ? end + 1 : end;
    if (!s.regionMatches(true, from, REPLACE, 0, REPLACE.length())) {
      return end;
    }
    int old = from + REPLACE.length();
    boolean quoted = old < to && Shapes.quote(s.charAt(old));
    int i = quoted ? old + 1 : old;
    while (i < to
        && (quoted ? s.charAt(i) != s.charAt(old) : !Shapes.blank(s.charAt(i)))
        && s.charAt(i) != ';'
        && s.charAt(i) != '\n') {
      i++;
    }
    return Math.min(i, to);
  }

  /** Whether the {@code =} at {@code at} follows {@code SET PASSWORD FOR user}. */
  static boolean setsPassword(String s, int floor, int at) {
    int end = blanksBefore(s, floor, at);
    if (end <= floor || (end == at && "'\"`)".indexOf(s.charAt(end - 1)) < 0)) {
      return false;
    }
    int user = end;
    int least = Math.max(floor, end - LONGEST_CLAUSE);
    while (user > least && s.charAt(user - 1) != ' ') {
      user--;
    }
    int from = user - FOR.length();
    return user < end && from >= floor && s.regionMatches(true, from, FOR, 0, FOR.length());
  }

  /** Whether MySQL's {@code Duplicate entry} ends before {@code end}. */
  static boolean reportsDuplicate(String s, int floor, int end) {
    return endsWith(s, floor, end, DUPLICATE);
  }

  /** The {@code ' for key '} after the quote at {@code at}, or none. */
  static long duplicateKey(String s, int at, int limit) {
    int i = Entities.indexOf(s, at + 1, limit, FOR_KEY);
    return i >= limit ? Span.NONE : Span.of(i, i + FOR_KEY.length());
  }

  /** The column or index that {@link #duplicateKey} names, without its table. */
  static long duplicateColumn(String s, int at, int limit) {
    long key = duplicateKey(s, at, limit);
    if (key == Span.NONE) {
      return Span.NONE;
    }
    int end = Span.to(key);
    while (end < limit && s.charAt(end) != '\'') {
      end++;
    }
    int from = end;
    while (from > Span.to(key) && s.charAt(from - 1) != '.') {
      from--;
    }
    return Span.of(from, end);
  }

  private static boolean is(String s, int from, int end, String word) {
    return end - from == word.length() && s.regionMatches(true, from, word, 0, word.length());
  }

  private static boolean endsWith(String s, int floor, int end, String word) {
    int from = end - word.length();
    return from >= floor && s.regionMatches(true, from, word, 0, word.length());
  }

  private static int wordStart(String s, int least, int end) {
    int from = end;
    while (from > least && (Shapes.lower(s.charAt(from - 1)) || Shapes.upper(s.charAt(from - 1)))) {
      from--;
    }
    return from;
  }

  private static int blanksBefore(String s, int least, int at) {
    int end = at;
    while (end > least && Shapes.blank(s.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
