package io.sidelight.output;

/** Tells addresses from other texts, for fields that take nothing else. */
final class Addresses {

  private Addresses() {}

  /** Whether the text can only be an IPv4 or IPv6 address, without a zone. */
  static boolean isIp(String text) {
    boolean dots = false;
    boolean colons = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      dots |= c == '.';
      colons |= c == ':';
      if (c != '.' && c != ':' && Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return colons || (dots && !hasLetter(text));
  }

  private static boolean hasLetter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
