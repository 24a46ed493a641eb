package io.sidelight.instrumentation.undertow;

import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/**
 * Before {@code exchangeComplete} of a connection, which Undertow calls when the last completion
 * listener, and so the access log, is done, and before it starts the next request or an upgrade.
 */
final class CompletionAdvice {

  private CompletionAdvice() {}

  @Advice.OnMethodEnter(inline = false)
  static void enter(@Advice.Argument(0) HttpServerExchange exchange) {
    UndertowExchange known = UndertowExchange.of(exchange);
    if (known != null) {
      known.complete();
    }
  }
}
