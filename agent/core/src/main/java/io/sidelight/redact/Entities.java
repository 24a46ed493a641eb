package io.sidelight.redact;

/** Markup written as text: quotes and brackets as HTML entities or as JSON escapes. */
final class Entities {

  private static final String[] QUOTES = {
    "&quot;", "&#34;", "&#x22;", "&apos;", "&#39;", "&#x27;", "&amp;quot;", "&amp;#34;", "&amp;#39;"
  };

  /** The brackets of a tag, in pairs. */
  private static final String[] BRACKETS = {
    "&lt;", "&gt;", "&amp;lt;", "&amp;gt;", "\\u003c", "\\u003e", "\\u003C", "\\u003E"
  };

  private Entities() {}

  /** The quote that ends at {@code end}, or an empty string. */
  static String quoteBefore(String s, int floor, int end) {
    if (end > floor && s.charAt(end - 1) == ';') {
      for (int i = QUOTES.length - 1; i >= 0; i--) {
        int from = end - QUOTES[i].length();
        if (from >= floor && s.startsWith(QUOTES[i], from)) {
          return QUOTES[i];
        }
      }
    }
    return "";
  }

  /** The quote that starts at {@code at}, or an empty string. */
  static String quoteAt(String s, int at, int to) {
    if (at < to && s.charAt(at) == '&') {
      for (String quote : QUOTES) {
        if (s.startsWith(quote, at)) {
          return quote;
        }
      }
    }
    return "";
  }

  /**
   * Which closing bracket ends at {@code end}: its index, to be passed on, or a negative number.
   */
  static int closing(String s, int floor, int end) {
    for (int i = BRACKETS.length - 1; i > 0; i -= 2) {
      int from = end - BRACKETS[i].length();
      if (from >= floor && s.startsWith(BRACKETS[i], from)) {
        return i;
      }
    }
    return -1;
  }

  static String bracket(int index) {
    return BRACKETS[index];
  }

  /** Where {@code word} starts in {@code s[from, to)}, or {@code to}. */
  static int indexOf(String s, int from, int to, String word) {
    int i = from;
    while (i < to && !s.startsWith(word, i)) {
      i++;
    }
    return Math.min(i, to);
  }
}
