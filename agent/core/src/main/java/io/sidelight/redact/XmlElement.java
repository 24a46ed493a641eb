package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Recognises the text of an element whose name is sensitive: {@code <password>x</password>}, with
 * attributes and CDATA too, also cut off.
 *
 * <p>A type in angle brackets, as in {@code Optional<Token>}, is none: a letter stands before it.
 */
final class XmlElement {

  private static final int LONGEST_TAG = 256;
  private static final int LONGEST_PROBE = 256;
  private static final String CDATA = "<![CDATA[";

  private XmlElement() {}

  /** The text after the tag that ends at {@code at}. */
  static long find(
      String s, int floor, int at, int to, KeyRules keys, @Nullable Explainer explainer) {
    int open = at - 1;
    while (open >= floor && at - open < LONGEST_TAG && s.charAt(open) != '<') {
      if (s.charAt(open) == '>') {
        return Span.NONE;
      }
      open--;
    }
    if (open < floor || s.charAt(open) != '<' || s.charAt(at - 1) == '/') {
      return Span.NONE;
    }
    int name = open + 1;
    int end = name;
    while (end < at && (Shapes.base64Url(s.charAt(end)) || ".:".indexOf(s.charAt(end)) >= 0)) {
      end++;
    }
    if (end == name
        || (end < at && !Shapes.blank(s.charAt(end)))
        || (open > floor && Shapes.alphanumeric(s.charAt(open - 1)))) {
      return Span.NONE;
    }
    KeyKind kind = keys.of(s, name, end);
    if (kind == KeyKind.PLAIN) {
      return Span.NONE;
    }
    int from = at + 1;
    boolean data = s.startsWith(CDATA, from);
    from = data ? Math.min(to, from + CDATA.length()) : from;
    // What is kept will be read again, so little of it is read here.
    int limit = kind == KeyKind.OPAQUE ? Math.min(to, from + LONGEST_PROBE) : to;
    int last = indexOf(s, from, limit, data ? "]]>" : "<");
    boolean element = data || s.startsWith("</", last);
    if (from == last || (!element && Shapes.blank(s.charAt(from)))) {
      return Span.NONE;
    }
    if (!kind.masks(s, from, last) || blank(s, from, last)) {
      return Span.NONE;
    }
    if (explainer != null) {
      explainer.key(KeyRules.Role.KEY, s, name, end);
    }
    return Span.of(from, last);
  }

  /** Where {@code word} starts, or {@code to}. */
  private static int indexOf(String s, int from, int to, String word) {
    int i = from;
    while (i < to && !s.startsWith(word, i)) {
      i++;
    }
    return i;
  }

  private static boolean blank(String s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Shapes.blank(s.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
