package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestScope;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code exchangeComplete} of a connection, which Undertow calls when the last completion
 * listener, and so the access log, is done. In there it starts the next request, or hands the
 * connection to the protocol that it was upgraded to: neither is this request's work.
 */
final class CompletionAdvice {

  private CompletionAdvice() {}

  /** Returns the scope that the thread had before. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.Argument(0) HttpServerExchange exchange) {
    UndertowExchange known = UndertowExchange.of(exchange);
    if (known != null) {
      known.complete();
    }
    return RequestScope.enter(null);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
