package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Recognises the content of an element whose name is sensitive: {@code <password>x</password>},
 * with attributes, comments and CDATA sections too, also cut off. Elements inside of one count if
 * its whole name is listed ({@code <credentials>}).
 *
 * <p>The tag is looked for backwards up to the bracket before it, so that all tags of a text take
 * linear work together however long they are. It may hold what was recognised before, such as a
 * URL: only the content that follows it is masked.
 *
 * <p>A type in angle brackets, as in {@code Optional<Token>}, is none: a letter stands before it.
 */
final class XmlElement {

  private static final int LONGEST_PROBE = 256;
  private static final int LONGEST_WRITTEN_TAG = 512;
  private static final int LONGEST_COMMENT = 1024;

  /** Characters in which the end of an element with others in it is looked for. */
  private static final int LONGEST_PARENT = 4096;

  private static final String CDATA = "<![CDATA[";
  private static final String CDATA_END = "]]>";
  private static final String COMMENT = "<!--";
  private static final String COMMENT_END = "-->";

  private XmlElement() {}

  /**
   * The content after the tag that ends at {@code at}.
   *
   * @param start where the text starts that may belong to the tag
   */
  static long find(
      String s, int start, int at, int to, KeyRules keys, @Nullable Explainer explainer) {
    int open = at - 1;
    while (open >= start && s.charAt(open) != '<') {
      if (s.charAt(open) == '>') {
        return Span.NONE;
      }
      open--;
    }
    if (open < start || s.charAt(at - 1) == '/') {
      return Span.NONE;
    }
    int name = open + 1;
    int end = name;
    while (end < at && (Shapes.base64Url(s.charAt(end)) || ".:".indexOf(s.charAt(end)) >= 0)) {
      end++;
    }
    if (end == name
        || (end < at && !Shapes.blank(s.charAt(end)))
        || (open > start && Shapes.alphanumeric(s.charAt(open - 1)))) {
      return Span.NONE;
    }
    KeyKind kind = keys.of(s, name, end);
    long key = Span.of(name, end);
    if (kind == KeyKind.PLAIN || kind == KeyKind.NAMED || kind == KeyKind.OPAQUE) {
      long other = otherName(s, start, open, end, at, kind, keys);
      if (other != Span.NONE) {
        key = other;
        kind = keys.knownName(s, Span.from(key), Span.to(key)).kind;
      }
    }
    if (kind == KeyKind.PLAIN || kind == KeyKind.NAMED) {
      return Span.NONE;
    }
    long content = content(s, kind, s.substring(name, end), at + 1, to);
    if (explainer != null && content != Span.NONE) {
      explainer.key(KeyRules.Role.KEY, s, Span.from(key), Span.to(key));
    }
    return content;
  }

  /**
   * The content after the tag that ends at {@code at} in a closing bracket written as text, {@code
   * <password>x</password>} with each bracket an entity.
   *
   * @param bracket which bracket it is, by {@link Entities#closing}
   */
  static long findWritten(
      String s,
      int start,
      int at,
      int bracket,
      int to,
      KeyRules keys,
      @Nullable Explainer explainer) {
    String open = Entities.bracket(bracket - 1);
    int close = at - Entities.bracket(bracket).length();
    int least = Math.max(start, close - LONGEST_WRITTEN_TAG);
    int tag = close - open.length();
    while (tag >= least && !s.startsWith(open, tag)) {
      if (s.startsWith(Entities.bracket(bracket), tag)) {
        return Span.NONE;
      }
      tag--;
    }
    int name = tag + open.length();
    int end = name;
    while (end < close && (Shapes.base64Url(s.charAt(end)) || ".:".indexOf(s.charAt(end)) >= 0)) {
      end++;
    }
    if (tag < least || end == name || (end < close && !Shapes.blank(s.charAt(end)))) {
      return Span.NONE;
    }
    KeyKind kind = keys.of(s, name, end);
    if (kind == KeyKind.PLAIN || kind == KeyKind.NAMED) {
      return Span.NONE;
    }
    int limit = kind == KeyKind.OPAQUE ? Math.min(to, at + LONGEST_PROBE) : to;
    int last = Entities.indexOf(s, at, limit, open);
    boolean element = s.startsWith("/", last + open.length());
    if (at == last || (!element && Shapes.blank(s.charAt(at))) || !kind.masks(s, at, last)) {
      return Span.NONE;
    }
    if (explainer != null) {
      explainer.key(KeyRules.Role.KEY, s, name, end);
    }
    return Span.of(at, last);
  }

  /** What an element of a pair holds, by an attribute or by the element before or around it. */
  private static long otherName(
      String s, int start, int open, int end, int at, KeyKind kind, KeyRules keys) {
    long name = XmlName.ofTag(s, open, end, at);
    if (name != Span.NONE) {
      return name;
    }
    boolean half =
        kind == KeyKind.NAMED
            || keys.ofMember(s, XmlName.local(s, open + 1, end), end) == KeyKind.NAMED
            || s.startsWith("</key>", lastTag(s, start, open));
    return half ? XmlName.before(s, start, open, keys) : Span.NONE;
  }

  /** Where the end tag of a property list's key would start right before {@code open}. */
  private static int lastTag(String s, int start, int open) {
    int i = open;
    while (i > start && open - i < LONGEST_PROBE && Shapes.blank(s.charAt(i - 1))) {
      i--;
    }
    return Math.max(start, i - "</key>".length());
  }

  private static long content(String s, KeyKind kind, String name, int at, int to) {
    // What is kept will be read again, so little of it is read here.
    int limit = kind == KeyKind.OPAQUE ? Math.min(to, at + LONGEST_PROBE) : to;
    int from = afterComments(s, at, limit);
    int first = afterBlanks(s, from, limit);
    if (s.startsWith(CDATA, first)) {
      from = Math.min(limit, first + CDATA.length());
      int end = dataEnd(s, from, limit);
      // With text after it a section is no longer one once it is masked.
      return masked(s, kind, s.startsWith("<", end) ? first : from, end);
    }
    int last = indexOf(s, from, limit, "<");
    if (first < last) {
      boolean element = s.startsWith("</", last) || from > at;
      return element || first == from ? masked(s, kind, from, last) : Span.NONE;
    }
    if ((kind != KeyKind.SECRET && kind != KeyKind.COUNTED)
        || first == limit
        || s.startsWith("</", first)) {
      return Span.NONE;
    }
    int close = closeOf(s, name, first, Math.min(limit, first + LONGEST_PARENT));
    boolean secret = close >= 0 && (kind == KeyKind.SECRET || lettersInText(s, first, close));
    return secret ? Span.of(first, close) : Span.NONE;
  }

  private static boolean lettersInText(String s, int from, int to) {
    int i = from;
    while (i < to) {
      int tag = indexOf(s, i, to, "<");
      if (CountedValue.letters(s, i, tag)) {
        return true;
      }
      i = Math.min(to, indexOf(s, tag, to, ">") + 1);
    }
    return false;
  }

  private static long masked(String s, KeyKind kind, int from, int to) {
    return kind.masks(s, from, to) ? Span.of(from, to) : Span.NONE;
  }

  /** End of the content of a section, or of the last of those that make up one text. */
  private static int dataEnd(String s, int from, int to) {
    int end = indexOf(s, from, to, CDATA_END);
    while (end < to) {
      int after = Math.min(to, end + CDATA_END.length());
      int next = indexOf(s, after, to, "<");
      if (s.startsWith(CDATA, next)) {
        end = indexOf(s, Math.min(to, next + CDATA.length()), to, CDATA_END);
      } else {
        return afterBlanks(s, after, next) < next ? next : end;
      }
    }
    return end;
  }

  /** Start of the end tag of the element, negative if another of that name starts before it. */
  private static int closeOf(String s, String name, int from, int to) {
    for (int i = from; i + name.length() < to; i++) {
      if (s.charAt(i) == '<') {
        if (s.charAt(i + 1) == '/' && s.startsWith(name, i + 2)) {
          return i;
        }
        if (s.startsWith(name, i + 1)) {
          return -1;
        }
      }
    }
    return -1;
  }

  private static int afterComments(String s, int at, int to) {
    int from = at;
    int next = afterBlanks(s, from, to);
    while (s.startsWith(COMMENT, next)) {
      int limit = Math.min(to, next + LONGEST_COMMENT);
      int end = indexOf(s, next, limit, COMMENT_END);
      if (end == limit) {
        return from;
      }
      from = Math.min(to, end + COMMENT_END.length());
      next = afterBlanks(s, from, to);
    }
    return from;
  }

  private static int afterBlanks(String s, int from, int to) {
    int i = from;
    while (i < to && Shapes.blank(s.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where {@code word} starts, or {@code to}. */
  private static int indexOf(String s, int from, int to, String word) {
    int i = from;
    while (i < to && !s.startsWith(word, i)) {
      i++;
    }
    return i;
  }
}
