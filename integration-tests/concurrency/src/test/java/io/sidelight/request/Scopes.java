package io.sidelight.request;

import io.sidelight.exchange.ServerExchange;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Makes scopes of requests of which nothing is known but an ID. */
public final class Scopes {

  private Scopes() {}

  public static RequestScope scope(String requestId) {
    ServerExchange exchange =
        (ServerExchange)
            Proxy.newProxyInstance(
                Scopes.class.getClassLoader(),
                new Class<?>[] {ServerExchange.class},
                (proxy, method, arguments) -> nothing(method.getReturnType()));
    return new RequestScope(exchange, requestId, true, null, TraceContext.of(exchange));
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? 0L : null;
  }
}
