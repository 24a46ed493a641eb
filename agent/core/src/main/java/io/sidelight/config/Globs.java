package io.sidelight.config;

/**
 * Patterns in which each {@code *} stands for any characters.
 *
 * <p>Matching goes back to the last star only, so it takes time in the product of both lengths at
 * worst, and no stack.
 */
final class Globs {

  private Globs() {}

  static boolean matches(String pattern, String text) {
    int p = 0;
    int i = 0;
    int star = -1; // where to go on in the pattern after the last star, and where it had got to
    int starAt = 0;
    while (i < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = ++p;
        starAt = i;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(i)) {
        p++;
        i++;
      } else if (star >= 0) {
        p = star;
        i = ++starAt;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
