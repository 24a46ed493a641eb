package io.sidelight.request;

import java.util.ArrayList;
import java.util.List;

/**
 * Path patterns such as {@code /health} or {@code /actuator/**}: {@code *} stands for any
 * characters within a segment, {@code **} for any characters at all; {@code /a/**} matches {@code
 * /a} too.
 *
 * <p>Matching goes back to the last star and the last double star only, never further, so it can't
 * explode and needs no stack, whatever a client sends.
 */
final class PathPatterns {

  private static final String BELOW = "/**";

  private final String[] patterns;

  PathPatterns(List<String> patterns) {
    List<String> all = new ArrayList<>(patterns);
    for (String pattern : patterns) {
      if (pattern.endsWith(BELOW)) {
        all.add(pattern.substring(0, pattern.length() - BELOW.length()));
      }
    }
    this.patterns = all.toArray(new String[0]);
  }

  boolean matches(String path) {
    for (String pattern : patterns) {
      if (matches(pattern, path)) {
        return true;
      }
    }
    return false;
  }

  static boolean matches(String pattern, String path) {
    int p = 0;
    int i = 0;
    int star = -1; // where to go on in the pattern after the last star, and where it had got to
    int starAt = 0;
    int deepStar = -1; // the same for the last double star
    int deepStarAt = 0;
    while (i < path.length()) {
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
      } else if (p < pattern.length() && pattern.charAt(p) == path.charAt(i)) {
        p++;
        i++;
      } else if (star >= 0 && path.charAt(starAt) != '/') {
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
