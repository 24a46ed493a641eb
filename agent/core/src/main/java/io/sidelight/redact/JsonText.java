package io.sidelight.redact;

/** The content of JSON strings (RFC 8259, section 7). Never throws: what is no escape stays. */
final class JsonText {

  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  private JsonText() {}

  /** Whether this may be an object or an array. */
  static boolean starts(String s) {
    int i = 0;
    while (i < s.length() && Shapes.blank(s.charAt(i))) {
      i++;
    }
    return i < s.length() && (s.charAt(i) == '{' || s.charAt(i) == '[');
  }

  static String decode(String s, int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    int i = from;
    while (i < to) {
      char c = s.charAt(i++);
      if (c != '\\' || i == to) {
        out.append(c);
        continue;
      }
      char escape = s.charAt(i++);
      int simple = ESCAPES.indexOf(escape);
      int code = escape == 'u' && i + 4 <= to ? hex4(s, i) : -1;
      if (simple >= 0) {
        out.append(ESCAPED.charAt(simple));
      } else if (code >= 0) {
        out.append((char) code);
        i += 4;
      } else {
        out.append(c).append(escape);
      }
    }
    return out.toString();
  }

  static String encode(String s) {
    StringBuilder out = new StringBuilder(s.length() + 16);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      int simple = c == '/' ? -1 : ESCAPED.indexOf(c);
      if (simple >= 0) {
        out.append('\\').append(ESCAPES.charAt(simple));
      } else if (c < ' ' || Character.isSurrogate(c)) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit(c >> shift & 0xf, 16));
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int hex4(String s, int at) {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = s.charAt(i) < 128 ? Character.digit(s.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
