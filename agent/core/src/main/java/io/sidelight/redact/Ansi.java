package io.sidelight.redact;

/**
 * Colours of a terminal ({@code ESC[33m}, ECMA-48) around keys and values, as they are or as text
 * that stands for them ({@code \}{@code u001b[33m}).
 */
final class Ansi {

  static final char ESCAPE = '\u001b';
  private static final int LONGEST = 24;
  private static final String[] WRITTEN = {"\\u001b", "\\u001B", "\\x1b", "\\x1B", "\\033", "\\e"};

  private Ansi() {}

  /** Start of the sequence that ends at {@code end}; {@code end} if none does. */
  static int before(String s, int floor, int end) {
    if (end - 2 <= floor || s.charAt(end - 1) != 'm') {
      return end;
    }
    int open = end - 2;
    while (open > floor && end - open < LONGEST && parameter(s.charAt(open))) {
      open--;
    }
    return s.charAt(open) == '[' ? escapeBefore(s, floor, open, end) : end;
  }

  /** End of the sequences that start at {@code at}. */
  static int after(String s, int at, int to) {
    int i = at;
    int end = at;
    while (true) {
      i = bracket(s, end, to);
      if (i < 0) {
        return end;
      }
      int limit = Math.min(to, i + LONGEST);
      do {
        i++;
      } while (i < limit && parameter(s.charAt(i)));
      if (i >= limit || s.charAt(i) != 'm') {
        return end;
      }
      end = i + 1;
    }
  }

  /** Where a key starts of which the sequence before it was read as a part. */
  static int keyStart(String s, int floor, int from, int to) {
    char first = s.charAt(from);
    if (Shapes.lower(first) || Shapes.upper(first)) {
      return from;
    }
    int written = after(s, from, to);
    if (written > from && written < to) {
      return written;
    }
    int open = from;
    while (open > floor && from - open < LONGEST && parameter(s.charAt(open - 1))) {
      open--;
    }
    if (open > floor && s.charAt(open - 1) == '[') {
      open--;
    }
    int escape =
        open < s.length() && s.charAt(open) == '[' ? escapeBefore(s, floor, open, from) : from;
    int key = escape == from && escape == open ? from : after(s, escape, to);
    return key > from && key < to ? key : from;
  }

  /** Where the bracket of a sequence stands that starts at {@code at}; negative if none does. */
  private static int bracket(String s, int at, int to) {
    if (at >= to) {
      return -1;
    }
    char c = s.charAt(at);
    if (c == ESCAPE) {
      return at + 1 < to && s.charAt(at + 1) == '[' ? at + 1 : -1;
    }
    if (c == '\\') {
      for (String written : WRITTEN) {
        int open = at + written.length();
        if (open < to && s.charAt(open) == '[' && s.startsWith(written, at)) {
          return open;
        }
      }
    }
    return -1;
  }

  private static int escapeBefore(String s, int floor, int open, int otherwise) {
    if (open > floor && s.charAt(open - 1) == ESCAPE) {
      return open - 1;
    }
    for (String written : WRITTEN) {
      int from = open - written.length();
      if (from >= floor && s.startsWith(written, from)) {
        return from;
      }
    }
    return otherwise;
  }

  private static boolean parameter(char c) {
    return Shapes.digit(c) || c == ';';
  }
}
