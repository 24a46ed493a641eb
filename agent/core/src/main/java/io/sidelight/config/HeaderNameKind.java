package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** The name of a header field: a token of RFC 9110, section 5.6.2, of bounded length. */
final class HeaderNameKind extends Kind<String> {
  private static final int MAX_LENGTH = 128;

  @Override
  @Nullable String parse(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isTokenChar(text.charAt(i))) {
        return null;
      }
    }
    return text;
  }

  @Override
  String render(String value) {
    return value;
  }

  @Override
  String description() {
    return "a header name (token of RFC 9110) of 1 to " + MAX_LENGTH + " characters";
  }

  private static boolean isTokenChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
