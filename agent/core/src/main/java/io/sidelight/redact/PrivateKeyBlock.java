package io.sidelight.redact;

/**
 * Recognises a PEM or PGP private key, up to its end line or, if cut off, to the end (RFC 7468).
 */
final class PrivateKeyBlock {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final int LONGEST_LABEL = 64;

  private PrivateKeyBlock() {}

  static long find(String s, int at, int to) {
    if (!s.startsWith(BEGIN, at)) {
      return Span.NONE;
    }
    int label = at + BEGIN.length();
    int labelEnd = label;
    while (labelEnd < to && labelEnd - label < LONGEST_LABEL && s.charAt(labelEnd) != '-') {
      labelEnd++;
    }
    if (!holds(s, label, labelEnd, "PRIVATE KEY")) {
      return Span.NONE;
    }
    int end = s.indexOf(END, labelEnd);
    if (end < 0 || end >= to) {
      return Span.of(at, to);
    }
    int close = s.indexOf("-----", end + END.length());
    return Span.of(at, close < 0 || close + 5 > to ? to : close + 5);
  }

  private static boolean holds(String s, int from, int to, String word) {
    for (int i = from; i + word.length() <= to; i++) {
      if (s.startsWith(word, i)) {
        return true;
      }
    }
    return false;
  }
}
