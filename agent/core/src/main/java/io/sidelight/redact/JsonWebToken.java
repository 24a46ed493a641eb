package io.sidelight.redact;

/**
 * Recognises a JSON web token, whole or cut off: base64url of a JSON object, a dot, more base64url
 * and dots (RFC 7515; RFC 7516, in which parts may be empty).
 *
 * <p>That the first part decodes to printable ASCII tells it from identifiers such as {@code
 * primaryKeyJoinColumn.name}, in which the three letters also occur.
 */
final class JsonWebToken {

  private static final int LEAST_HEADER = 12;

  /** Bounds the look-ahead; after a longer header the payload is recognised by itself. */
  private static final int LONGEST_HEADER = 512;

  private JsonWebToken() {}

  /** The token whose first three characters {@code eyJ} end at {@code at}. */
  static long find(String s, int floor, int at, int to) {
    int from = at - 2;
    if (from < floor || s.charAt(from) != 'e' || s.charAt(from + 1) != 'y') {
      return Span.NONE;
    }
    int dot = from;
    int bits = 0;
    int count = 0;
    while (dot < to && dot - from < LONGEST_HEADER && Shapes.base64Url(s.charAt(dot))) {
      bits = bits << 6 | Base64Digits.of(s.charAt(dot++));
      count += 6;
      if (count >= 8) {
        count -= 8;
        int b = bits >>> count & 0xff;
        if (b >= 0x7f || (b < ' ' && b != '\n' && b != '\r' && b != '\t')) {
          return Span.NONE;
        }
      }
    }
    if (dot - from < LEAST_HEADER || dot + 1 >= to || s.charAt(dot) != '.') {
      return Span.NONE;
    }
    int end = dot + 1;
    while (end < to && (Shapes.base64Url(s.charAt(end)) || s.charAt(end) == '.')) {
      end++;
    }
    while (s.charAt(end - 1) == '.') {
      end--;
    }
    if (end <= dot) {
      return Span.NONE;
    }
    return Span.of(from, unsigned(s, dot, end, to) ? end + 1 : end);
  }

  /**
   * Whether the dot at {@code end} belongs to a token without signature, whose third part is empty.
   */
  private static boolean unsigned(String s, int dot, int end, int to) {
    if (end >= to || s.charAt(end) != '.') {
      return false;
    }
    for (int i = dot + 1; i < end; i++) {
      if (s.charAt(i) == '.') {
        return false;
      }
    }
    return true;
  }

  /** Whether a token has the five parts of an encrypted one. */
  static boolean encrypted(String s, int from, int to) {
    int dots = 0;
    for (int i = from; i < to; i++) {
      dots += s.charAt(i) == '.' ? 1 : 0;
    }
    return dots == 4;
  }
}
