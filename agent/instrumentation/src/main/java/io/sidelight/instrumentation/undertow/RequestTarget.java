package io.sidelight.instrumentation.undertow;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import org.jspecify.annotations.Nullable;

/** Method, path and query of a request, which may have been parsed in part only. */
final class RequestTarget {

  private RequestTarget() {}

  /** Null when it was not read. */
  static @Nullable String method(HttpServerExchange exchange) {
    HttpString method = exchange.getRequestMethod();
    return method == null || method.length() == 0 ? null : method.toString();
  }

  /** The path as it was sent, out of an absolute URI too; null when it was not read. */
  static @Nullable String path(HttpServerExchange exchange) {
    String uri = exchange.getRequestURI();
    if (uri == null || uri.isEmpty()) {
      return null;
    }
    if (!exchange.isHostIncludedInRequestURI()) {
      return uri;
    }
    int authority = uri.indexOf("//");
    int path = authority < 0 ? -1 : uri.indexOf('/', authority + 2);
    return path < 0 ? "/" : uri.substring(path);
  }

  static @Nullable String query(HttpServerExchange exchange) {
    String query = exchange.getQueryString();
    return query == null || query.isEmpty() ? null : query;
  }
}
