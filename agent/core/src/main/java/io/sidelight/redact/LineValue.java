package io.sidelight.redact;

/**
 * Finds the end of a value that may hold spaces, such as credentials, cookies or a pass phrase: the
 * end of the line, unless it is sure that it ends before and something else follows.
 *
 * <p>That is sure of a list or an object, of what stands in quotes together with its key ({@code -H
 * 'Authorization: …'}), and of a scheme with one word after it, where the next key or a bracket
 * follows, or anything after {@code Authorization=}.
 */
final class LineValue {

  private LineValue() {}

  /**
   * @param key where the key starts, which has no quotes
   * @param at where the value starts
   */
  static int end(String s, int key, int keyEnd, int at, int to) {
    int line = lineEnd(s, at, to);
    if (at >= line) {
      return at;
    }
    boolean masked = s.startsWith(Redactor.MASK, at);
    char c = s.charAt(at);
    if (!masked && (c == '[' || c == '{')) {
      int nested = ValueText.nestedEnd(s, at, to);
      line = Math.max(nested, lineEnd(s, nested, to));
      return closes(s, nested, line) ? nested : trimmed(s, nested, line);
    }
    line = quoteEnd(s, key, at, line, to);
    if (masked || KeyText.endsWith(s, keyEnd, "authorization")) {
      int word = masked ? at + Redactor.MASK.length() : Credentials.oneWordEnd(s, at, line);
      if (word > at
          && (s.charAt(keyEnd) == '=' && word < line && s.charAt(word) == ' '
              || closes(s, word, line) && (masked || nextFollows(s, word, line)))) {
        return word;
      }
    }
    return trimmed(s, at + 1, line);
  }

  private static int trimmed(String s, int least, int line) {
    int end = line;
    while (end > least && Shapes.closer(s.charAt(end - 1)) && !MaskedCopy.endsAt(s, end)) {
      end--;
    }
    return end;
  }

  /** Where the quote closes that stands before the key, or {@code line}. */
  private static int quoteEnd(String s, int key, int at, int line, int to) {
    if (key == 0 || !Shapes.quote(s.charAt(key - 1))) {
      return line;
    }
    char quote = s.charAt(key - 1);
    for (int i = at; i < line; i++) {
      if (s.charAt(i) != quote) {
        continue;
      }
      int end = i;
      while (end > at && s.charAt(end - 1) == '\\') {
        end--;
      }
      if (end > at && s.charAt(end - 1) == '=') {
        return line; // Parameters in quotes of their own.
      }
      if (ValueText.outside(s, i + 1, to)) {
        return end;
      }
    }
    return line;
  }

  private static boolean closes(String s, int at, int line) {
    return at >= line || ",;".indexOf(s.charAt(at)) >= 0 || Shapes.closer(s.charAt(at));
  }

  /** Whether a bracket or a comma and another key stand at {@code at}. */
  private static boolean nextFollows(String s, int at, int line) {
    if (at >= line || Shapes.closer(s.charAt(at))) {
      return true;
    }
    int i = at + 1;
    while (i < line && s.charAt(i) == ' ') {
      i++;
    }
    int name = i;
    while (i < line && i - name < 64 && KeyText.isKey(s.charAt(i))) {
      i++;
    }
    return i > name && i < line && (s.charAt(i) == '=' || s.charAt(i) == ':');
  }

  private static int lineEnd(String s, int at, int to) {
    int end = at;
    while (end < to && s.charAt(end) != '\n' && s.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
