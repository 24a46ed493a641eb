package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestScope;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import org.jspecify.annotations.Nullable;

/**
 * The scope of a request where servlets find it on other threads. The core half has it too, but in
 * WildFly under a key of another plugin loader.
 */
final class ServletScope {

  private static final AttachmentKey<RequestScope> KEY = AttachmentKey.create(RequestScope.class);

  private ServletScope() {}

  static void attach(HttpServerExchange exchange, RequestScope scope) {
    exchange.putAttachment(KEY, scope);
  }

  /** Null when no servlet has been entered. */
  static @Nullable RequestScope of(HttpServerExchange exchange) {
    return exchange.getAttachment(KEY);
  }
}
