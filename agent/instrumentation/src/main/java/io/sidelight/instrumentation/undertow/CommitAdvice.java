package io.sidelight.instrumentation.undertow;

import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/**
 * Before {@code Connectors.flattenCookies}, by which every protocol starts to write the headers:
 * the last moment at which they can be changed.
 */
final class CommitAdvice {

  private static final int OK = 200;

  private CommitAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) HttpServerExchange exchange) {
    UndertowExchange known = UndertowExchange.of(exchange);
    if (known != null) {
      known.committing();
    } else if (exchange.getStatusCode() >= OK) {
      // Refused by HTTP/2 or AJP before the root handler; a 100 has an exchange of its own.
      UndertowExchange.refuse(exchange).committing();
    }
  }
}
