package io.sidelight.instrumentation.jetty;

import io.sidelight.request.RequestScope;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The requests that are being refused just now, by their scopes: each is on a thread of its own.
 */
final class Refusals {

  private static final ConcurrentMap<RequestScope, JettyExchange> OPEN = new ConcurrentHashMap<>();

  private Refusals() {}

  static void begin(JettyExchange exchange) {
    OPEN.put(exchange.scope(), exchange);
  }

  /** The one that this thread refuses, null when it refuses none. */
  static @Nullable JettyExchange current() {
    RequestScope scope = RequestScope.current();
    return scope == null ? null : OPEN.get(scope);
  }

  static void end(@Nullable RequestScope scope) {
    if (scope != null) {
      OPEN.remove(scope);
    }
  }
}
