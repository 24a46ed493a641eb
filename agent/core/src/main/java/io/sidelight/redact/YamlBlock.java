package io.sidelight.redact;

/**
 * Recognises a value in the lines below its key in YAML: a block scalar ({@code password: |}), a
 * list, or what else stands further to the right than a key at the start of its line. Line ends may
 * be written as {@code \n}.
 */
final class YamlBlock {

  private static final int LONGEST_INDENT = 256;

  private YamlBlock() {}

  /**
   * The lines below the key.
   *
   * @param key where the key starts, with its quote
   * @param at where its value would start in its own line
   */
  static long find(String s, int start, int key, int at, int to) {
    boolean indicator = at < to && (s.charAt(at) == '|' || s.charAt(at) == '>');
    int end = indicator ? indicatorEnd(s, at + 1, to) : at;
    if (newline(s, end, to) == 0) {
      return Span.NONE;
    }
    int line = lineStart(s, start, key);
    boolean first = line >= 0 && plain(s, line, key);
    if (!indicator && !first) {
      return Span.NONE;
    }
    int indent = first ? key - line : line < 0 ? 0 : indent(s, line, to);
    boolean written = s.charAt(end) == '\\';
    int from = -1;
    int last = -1;
    int i = end;
    while (newline(s, i, to) > 0) {
      int next = i + newline(s, i, to);
      int content = next + indent(s, next, to);
      int lineEnd = lineEnd(s, content, to, written);
      if (content < lineEnd) {
        boolean item = !indicator && s.startsWith("- ", content);
        int least = item ? indent - 1 : indent;
        if (content - next <= least) {
          break;
        }
        from = from < 0 ? item ? content + 2 : content : from;
        last = lineEnd;
      }
      i = lineEnd;
    }
    return from < 0 ? Span.NONE : Span.of(from, last);
  }

  private static int indicatorEnd(String s, int at, int to) {
    int i = at;
    while (i < to && i - at < 3 && (Shapes.digit(s.charAt(i)) || "+-".indexOf(s.charAt(i)) >= 0)) {
      i++;
    }
    while (i < to && (s.charAt(i) == ' ' || s.charAt(i) == '\t')) {
      i++;
    }
    return i < to && s.charAt(i) == '#' ? lineEnd(s, i, to, false) : i;
  }

  /** Start of the line of {@code at}; negative if it is far. */
  private static int lineStart(String s, int start, int at) {
    // What stands for a line end may have been read as a part of the key.
    int i = s.startsWith("\\n", at) ? at + 2 : at;
    while (i > start && at - i < LONGEST_INDENT) {
      if (s.charAt(i - 1) == '\n' || (i - 2 >= start && s.startsWith("\\n", i - 2))) {
        return i;
      }
      i--;
    }
    return i == start ? i : -1;
  }

  private static boolean plain(String s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.charAt(i) != ' ' && s.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static int indent(String s, int line, int to) {
    int i = line;
    while (i < to && i - line < LONGEST_INDENT && (s.charAt(i) == ' ' || s.charAt(i) == '\t')) {
      i++;
    }
    return i - line;
  }

  /** If line ends are written, the text is in quotes itself and ends with them. */
  private static int lineEnd(String s, int at, int to, boolean written) {
    int i = at;
    while (i < to && newline(s, i, to) == 0 && !(written && s.charAt(i) == '"')) {
      i++;
    }
    return i;
  }

  /** Characters of the line end at {@code at}, or 0. */
  private static int newline(String s, int at, int to) {
    if (at >= to) {
      return 0;
    }
    if (s.charAt(at) == '\n') {
      return 1;
    }
    return s.startsWith("\r\n", at) || s.startsWith("\\n", at) ? 2 : 0;
  }
}
