package io.sidelight.redact;

/** The lines of a text that ends them in {@code \n}, {@code \r} or both. */
final class TextLines {

  private TextLines() {}

  /** End of the line in which {@code from} is, without what ends it. */
  static int end(String s, int from) {
    int i = from;
    while (i < s.length() && s.charAt(i) != '\n' && s.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  /** Start of the line after the one that ends at {@code end}, or the end of the text. */
  static int next(String s, int end) {
    if (end >= s.length()) {
      return s.length();
    }
    return s.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
}
