package io.sidelight.redact;

/** The value of a base64 or base64url digit (RFC 4648). */
final class Base64Digits {

  private Base64Digits() {}

  /** 0 to 63, or -1. */
  static int of(char c) {
    if (Shapes.upper(c)) {
      return c - 'A';
    }
    if (Shapes.lower(c)) {
      return c - 'a' + 26;
    }
    if (Shapes.digit(c)) {
      return c - '0' + 52;
    }
    if (c == '+' || c == '-') {
      return 62;
    }
    return c == '/' || c == '_' ? 63 : -1;
  }
}
