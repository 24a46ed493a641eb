package io.sidelight.instrumentation.undertow;

import io.sidelight.weaver.Advice;
import io.undertow.server.HttpServerExchange;

/**
 * After {@code HttpServerExchange.invokeExchangeCompleteListeners}: completes a request whose
 * listeners have not led to {@code exchangeComplete}, because one threw or goes on later.
 */
final class SweepAdvice {

  private SweepAdvice() {}

  @Advice.OnMethodExit(onThrowable = true)
  static void exit(@Advice.This HttpServerExchange exchange) {
    UndertowExchange known = UndertowExchange.of(exchange);
    if (known != null) {
      known.complete();
    }
  }
}
