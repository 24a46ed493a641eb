package io.sidelight.instrumentation.tomcat;

import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;

/**
 * Before {@code recycle} of the protocol's request, which is about to serve the next one: lets go
 * of the exchange, and completes one that no other way has completed.
 */
final class SweepAdvice {

  private SweepAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This Request request) {
    TomcatExchange exchange = TomcatExchange.of(request);
    if (exchange != null) {
      exchange.complete();
      TomcatExchange.forget(request);
    }
  }
}
