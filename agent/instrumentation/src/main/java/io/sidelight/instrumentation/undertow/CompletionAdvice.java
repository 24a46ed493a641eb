package io.sidelight.instrumentation.undertow;

import io.sidelight.weaver.Advice;
import io.undertow.server.HttpServerExchange;

/**
 * Before {@code exchangeComplete} of a connection, which Undertow calls when the last completion
 * listener, and so the access log, is done, and before it starts the next request or an upgrade.
 */
final class CompletionAdvice {

  private CompletionAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) HttpServerExchange exchange) {
    UndertowExchange known = UndertowExchange.of(exchange);
    if (known != null) {
      known.complete();
    }
  }
}
