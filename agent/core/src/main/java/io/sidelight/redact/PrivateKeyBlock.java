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
    if (indexOf(s, label, labelEnd, "PRIVATE KEY") == labelEnd) {
      return Span.NONE;
    }
    int end = indexOf(s, labelEnd, to, END);
    int close = indexOf(s, Math.min(to, end + END.length()), to, "-----");
    return Span.of(at, Math.min(to, close + 5));
  }

  /** Where {@code word} starts, or {@code to}. */
  private static int indexOf(String s, int from, int to, String word) {
    for (int i = from; i + word.length() <= to; i++) {
      if (s.startsWith(word, i)) {
        return i;
      }
    }
    return to;
  }
}
