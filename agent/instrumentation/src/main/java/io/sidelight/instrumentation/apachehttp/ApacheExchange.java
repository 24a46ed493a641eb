package io.sidelight.instrumentation.apachehttp;

import io.sidelight.exchange.ClientExchange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What requests of both generations have in common: a target that is a path, or a whole URL. */
abstract class ApacheExchange implements ClientExchange {

  private final String target;
  private final int pathStart;
  private final List<String> added = new ArrayList<>(2);

  /**
   * @param target of the request line
   */
  ApacheExchange(@Nullable String target) {
    this.target = target == null ? "" : target;
    this.pathStart = pathStart(this.target);
  }

  /** Takes a header off what is sent. */
  abstract void removeHeaders(String name);

  abstract void add(String name, String value);

  @Override
  public final void setHeader(String name, String value) {
    add(name, value);
    added.add(name);
  }

  /**
   * Takes off what was added, once it is on the connection: the client keeps the request in its
   * context and in its cache, where the application could find our headers and send them again.
   */
  void written() {
    for (String name : added) {
      removeHeaders(name);
    }
  }

  @Override
  public final String path() {
    return target.substring(pathStart, pathEnd());
  }

  @Override
  public final @Nullable String query() {
    int end = pathEnd();
    if (end == target.length() || target.charAt(end) == '#') {
      return null;
    }
    int fragment = target.indexOf('#', end);
    return target.substring(end + 1, fragment < 0 ? target.length() : fragment);
  }

  private int pathEnd() {
    return firstOf(target, "?#", pathStart);
  }

  /** Scheme in the target, null when that is a path only. */
  final @Nullable String targetScheme() {
    return pathStart == 0 ? null : target.substring(0, target.indexOf("://"));
  }

  /** Host in the target, null when that is a path only. */
  final @Nullable String targetHost() {
    return pathStart == 0 ? null : authority()[0];
  }

  /** Port in the target, -1 when there is none. */
  final int targetPort() {
    return pathStart == 0 ? -1 : number(authority()[1]);
  }

  private String[] authority() {
    String authority = target.substring(target.indexOf("://") + 3, pathStart);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int bracket = authority.indexOf(']');
    int colon = authority.indexOf(':', Math.max(0, bracket));
    return colon < 0
        ? new String[] {withoutBrackets(authority), ""}
        : new String[] {
          withoutBrackets(authority.substring(0, colon)), authority.substring(colon + 1)
        };
  }

  private static int number(String digits) {
    int number = digits.isEmpty() || digits.length() > 5 ? -1 : 0;
    for (int i = 0; number >= 0 && i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
    }
    return number;
  }

  static String withoutBrackets(String host) {
    return host.length() > 1 && host.charAt(0) == '[' && host.endsWith("]")
        ? host.substring(1, host.length() - 1)
        : host;
  }

  private static int pathStart(String target) {
    int scheme = target.indexOf("://");
    return scheme <= 0 || firstOf(target, "/?#", 0) != scheme + 1
        ? 0
        : firstOf(target, "/?#", scheme + 3);
  }

  private static int firstOf(String text, String characters, int from) {
    for (int i = from; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }
}
