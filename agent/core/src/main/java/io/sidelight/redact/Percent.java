package io.sidelight.redact;

import java.nio.charset.StandardCharsets;

/** Percent-decoding for looking, never for writing: lenient, {@code +} is a space. */
final class Percent {

  private Percent() {}

  /** Decodes once. What is no valid escape stays, malformed UTF-8 becomes U+FFFD. Never throws. */
  static String decode(String s) {
    StringBuilder out = new StringBuilder(s.length());
    byte[] bytes = new byte[s.length() / 3 + 1];
    int i = 0;
    while (i < s.length()) {
      int n = 0;
      for (int b = escape(s, i); b >= 0; b = escape(s, i)) {
        bytes[n++] = (byte) b;
        i += 3;
      }
      if (n > 0) {
        out.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
        continue;
      }
      char c = s.charAt(i++);
      out.append(c == '+' ? ' ' : c);
    }
    return out.toString();
  }

  /** The byte that {@code %XX} at {@code i} stands for, or -1. */
  static int escape(String s, int i) {
    if (i + 2 >= s.length() || s.charAt(i) != '%') {
      return -1;
    }
    int high = Character.digit(s.charAt(i + 1), 16);
    int low = Character.digit(s.charAt(i + 2), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
