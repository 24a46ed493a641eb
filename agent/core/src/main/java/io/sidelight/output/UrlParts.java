package io.sidelight.output;

import org.jspecify.annotations.Nullable;

/** The parts of an absolute URL without user, query and fragment, as lines have it. Immutable. */
final class UrlParts {

  final String scheme;

  /** Without the brackets of an IPv6 address. */
  final String host;

  /** Null if there is none, or none that is a number. */
  final @Nullable Long port;

  final String path;

  private UrlParts(String scheme, String host, @Nullable Long port, String path) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.path = path;
  }

  /** Takes a URL apart; null for what is none. */
  static @Nullable UrlParts of(String url) {
    int scheme = url.indexOf("://");
    if (scheme <= 0) {
      return null;
    }
    int from = scheme + 3;
    int slash = url.indexOf('/', from);
    String authority = url.substring(from, slash < 0 ? url.length() : slash);
    String path = slash < 0 ? "" : url.substring(slash);
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String host = hasPort ? authority.substring(0, colon) : authority;
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    return new UrlParts(
        url.substring(0, scheme),
        host,
        hasPort ? number(authority.substring(colon + 1)) : null,
        path);
  }

  private static @Nullable Long number(String digits) {
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
