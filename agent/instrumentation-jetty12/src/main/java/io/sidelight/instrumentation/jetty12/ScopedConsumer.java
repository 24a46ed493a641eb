package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import java.util.function.Consumer;

/** A callback that Jetty calls for a request on whatever thread it has. */
final class ScopedConsumer implements Consumer<Object> {

  private final Consumer<Object> callback;
  private final RequestScope scope;

  ScopedConsumer(Consumer<Object> callback, RequestScope scope) {
    this.callback = callback;
    this.scope = scope;
  }

  @Override
  public void accept(Object value) {
    ScopeToken token = RequestScope.makeCurrent(scope);
    try {
      callback.accept(value);
    } finally {
      token.close();
    }
  }
}
