package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestScope;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code Connectors.executeRootHandler}: the request begins, or comes back on the thread
 * that it was dispatched to, and this thread works for it.
 */
final class RootHandlerAdvice {

  private RootHandlerAdvice() {}

  /** Returns the scope that the thread had before, null as a rule. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.Argument(1) HttpServerExchange exchange) {
    UndertowExchange known = UndertowExchange.of(exchange);
    return RequestScope.enter(
        known == null ? UndertowExchange.begin(exchange).scope() : known.scope());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
