package io.sidelight.instrumentation.undertow;

import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/**
 * After {@code HttpServerExchange.invokeExchangeCompleteListeners}: completes a request whose
 * listeners have not led to {@code exchangeComplete}, because one threw or goes on later.
 */
final class SweepAdvice {

  private SweepAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.This HttpServerExchange exchange) {
    UndertowExchange known = UndertowExchange.of(exchange);
    if (known != null) {
      known.complete();
    }
  }
}
