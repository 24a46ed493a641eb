package io.sidelight.config;

/**
 * Patterns in which stars stand for any characters: of names, where one star does, and of paths,
 * where {@code *} stays within a segment and {@code **} doesn't.
 *
 * <p>Matching goes back to the last star and the last double star only, never further, so it takes
 * time in the product of both lengths at worst, and no stack, whatever a client sends.
 */
public final class Globs {

  private static final int NONE = -1;

  private Globs() {}

  /** Whether a name matches a pattern in which each {@code *} stands for any characters. */
  static boolean matches(String pattern, String text) {
    return matches(pattern, text, NONE);
  }

  /**
   * Whether a path matches a pattern in which {@code *} stands for any characters within a segment
   * and {@code **} for any characters at all.
   */
  public static boolean matchesPath(String pattern, String path) {
    return matches(pattern, path, '/');
  }

  private static boolean matches(String pattern, String text, int separator) {
    int p = 0;
    int i = 0;
    int star = -1; // where to go on in the pattern after the last star, and where it had got to
    int starAt = 0;
    int deepStar = -1; // the same for the last double star
    int deepStarAt = 0;
    while (i < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        if (p + 1 < pattern.length() && pattern.charAt(p + 1) == '*') {
          p += 2;
          deepStar = p;
          deepStarAt = i;
          star = -1;
        } else {
          p++;
          star = p;
          starAt = i;
        }
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(i)) {
        p++;
        i++;
      } else if (star >= 0 && text.charAt(starAt) != separator) {
        p = star;
        i = ++starAt;
      } else if (deepStar >= 0) {
        p = deepStar;
        i = ++deepStarAt;
        star = -1;
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
