package io.sidelight.config;

/**
 * Makes text from outside safe to show: what could break a line, drive a terminal or reorder text
 * is written as a Unicode escape, and the text is cut to a bounded length.
 */
final class Printable {
  private static final int MAX_LENGTH = 200;

  private Printable() {}

  static String of(String text) {
    int length = Math.min(text.length(), MAX_LENGTH);
    StringBuilder shown = new StringBuilder(length + 8);
    for (int i = 0; i < length; ) {
      int codePoint = text.codePointAt(i);
      if (isPlain(codePoint)) {
        shown.appendCodePoint(codePoint);
      } else {
        escape(codePoint, shown);
      }
      i += Character.charCount(codePoint);
    }
    return text.length() > MAX_LENGTH ? shown.append("...").toString() : shown.toString();
  }

  /** Whether the text has a character that no option value has a use for. */
  static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlain(int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.SURROGATE:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.PRIVATE_USE:
      case Character.UNASSIGNED:
        return false;
      default:
        return true;
    }
  }

  private static void escape(int codePoint, StringBuilder to) {
    if (codePoint > Character.MAX_VALUE) {
      escape(Character.highSurrogate(codePoint), to);
      escape(Character.lowSurrogate(codePoint), to);
      return;
    }
    to.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      to.append(Character.forDigit((codePoint >> shift) & 0xF, 16));
    }
  }
}
