package io.sidelight.instrumentation.jetty;

import org.jspecify.annotations.Nullable;

/**
 * Path and query of a request target (RFC 9112, section 3.2) as it was sent: Jetty keeps that only
 * whole.
 */
final class RequestTarget {

  private RequestTarget() {}

  /** Returns the path of a request target, null when there is no target. */
  static @Nullable String path(@Nullable String target) {
    if (target == null || target.isEmpty()) {
      return null;
    }
    int start = pathStart(target);
    int end = pathEnd(target, start);
    return start == end ? "/" : target.substring(start, end);
  }

  /** Without {@code ?}; null when there is none. */
  static @Nullable String query(@Nullable String target) {
    if (target == null) {
      return null;
    }
    int query = pathEnd(target, 0);
    if (query == target.length() || target.charAt(query) == '#') {
      return null;
    }
    int fragment = target.indexOf('#', query);
    return target.substring(query + 1, fragment < 0 ? target.length() : fragment);
  }

  /** After the authority of an absolute form; every other form is all path. */
  private static int pathStart(String target) {
    if (target.charAt(0) == '/') {
      return 0;
    }
    int authority = target.indexOf("://");
    if (authority < 0 || authority > pathEnd(target, 0)) {
      return 0;
    }
    int end = pathEnd(target, authority + 3);
    int slash = target.indexOf('/', authority + 3);
    return slash < 0 || slash > end ? end : slash;
  }

  private static int pathEnd(String target, int from) {
    for (int i = from; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c == '?' || c == '#') {
        return i;
      }
    }
    return target.length();
  }
}
