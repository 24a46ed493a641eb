package io.sidelight.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patterns for paths between commas. */
final class PathPatternsKind extends ListKind {

  @Override
  @Nullable String doubt(List<String> value) {
    for (String pattern : value) {
      String doubt = doubt(pattern);
      if (doubt != null) {
        return "has " + Printable.of(pattern) + ", which matches no path: " + doubt;
      }
    }
    return null;
  }

  private static @Nullable String doubt(String pattern) {
    if (!pattern.startsWith("/") && !pattern.startsWith("**") && !pattern.startsWith("*/")) {
      return pattern.startsWith("*")
          ? "one star stands for characters of one segment, and a path begins with a slash"
          : "a path begins with a slash";
    }
    if (pattern.indexOf('?') >= 0 || pattern.indexOf('#') >= 0) {
      return "a path has no query and no fragment";
    }
    if (pattern.indexOf('{') >= 0) {
      return "braces stand for themselves; write * for a segment";
    }
    return pattern.indexOf(' ') >= 0 ? "a path has no blanks" : null;
  }
}
