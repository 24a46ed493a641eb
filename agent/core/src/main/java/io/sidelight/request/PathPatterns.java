package io.sidelight.request;

import io.sidelight.config.Globs;
import java.util.ArrayList;
import java.util.List;

/**
 * Path patterns such as {@code /health} or {@code /actuator/**}: {@code *} stands for any
 * characters within a segment, {@code **} for any characters at all; {@code /a/**} matches {@code
 * /a} too.
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
      if (Globs.matchesPath(pattern, path)) {
        return true;
      }
    }
    return false;
  }
}
