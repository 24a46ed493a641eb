package io.sidelight.redact;

/**
 * Finds the name of what an element holds where it is not the element's own: {@code <entry
 * key="password">}, the {@code <value>} in {@code <property name="password">} and the one after
 * {@code <name>password</name>}.
 */
final class XmlName {

  private static final String[] ATTRIBUTES = {"name", "key"};
  private static final int LONGEST_NAME = 128;
  private static final int LONGEST_TAG = 512;

  /** Elements with a name of their own, of which the content is shown to people. */
  private static final String[] SHOWN = {
    "a", "button", "form", "iframe", "input", "label", "meta", "select"
  };

  private XmlName() {}

  /**
   * The name in an attribute of the tag {@code s[open, close]}, or {@link Span#NONE}.
   *
   * @param end where the element's own name ends
   */
  static long ofTag(String s, int open, int end, int close) {
    if (end == close || isShown(s, open + 1, end)) {
      return Span.NONE;
    }
    for (String attribute : ATTRIBUTES) {
      int last = close - attribute.length() - 2;
      for (int i = end; i < last; i++) {
        int equals = i + 1 + attribute.length();
        if (s.charAt(equals) == '='
            && Shapes.blank(s.charAt(i))
            && Shapes.quote(s.charAt(equals + 1))
            && s.regionMatches(true, i + 1, attribute, 0, attribute.length())) {
          return name(s, equals + 2, close, s.charAt(equals + 1));
        }
      }
    }
    return Span.NONE;
  }

  /**
   * The name in the element before the tag that starts at {@code open}, or of the one around it.
   */
  static long before(String s, int start, int open, KeyRules keys) {
    int close = open - 1;
    while (close > start && Shapes.blank(s.charAt(close))) {
      close--;
    }
    if (close <= start || s.charAt(close) != '>') {
      return Span.NONE;
    }
    int tag = tagStart(s, Math.max(start, close - LONGEST_TAG), close);
    if (tag < 0 || s.charAt(close - 1) == '/') {
      return Span.NONE;
    }
    boolean ends = s.charAt(tag + 1) == '/';
    int name = ends ? tag + 2 : tag + 1;
    int nameEnd = name;
    while (nameEnd < close && !Shapes.blank(s.charAt(nameEnd))) {
      nameEnd++;
    }
    if (!ends) {
      return ofTag(s, tag, nameEnd, close);
    }
    if (keys.ofMember(s, local(s, name, nameEnd), nameEnd) != KeyKind.NAMES) {
      return Span.NONE;
    }
    int from = tag;
    while (from > start && tag - from < LONGEST_NAME && s.charAt(from - 1) != '>') {
      from--;
    }
    return from < tag ? Span.of(from, tag) : Span.NONE;
  }

  /** Where the name of an element starts without its prefix. */
  static int local(String s, int from, int to) {
    for (int i = to; i > from; i--) {
      if (s.charAt(i - 1) == ':') {
        return i;
      }
    }
    return from;
  }

  private static int tagStart(String s, int least, int close) {
    int i = close - 1;
    while (i >= least && s.charAt(i) != '<') {
      if (s.charAt(i) == '>') {
        return -1;
      }
      i--;
    }
    return i >= least ? i : -1;
  }

  private static long name(String s, int from, int limit, char quote) {
    int to = from;
    while (to < limit && s.charAt(to) != quote) {
      to++;
    }
    return to > from && to - from <= LONGEST_NAME ? Span.of(from, to) : Span.NONE;
  }

  private static boolean isShown(String s, int from, int to) {
    for (String element : SHOWN) {
      if (to - from == element.length() && s.regionMatches(true, from, element, 0, to - from)) {
        return true;
      }
    }
    return false;
  }
}
