package io.sidelight.instrumentation.undertow;

import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/** {@link ReadAdvice} for the one way that returns an {@code int}. */
final class ReadBufferAdvice {

  private ReadBufferAdvice() {}

  /** Returns how many bytes were read before. */
  @Advice.OnMethodEnter
  static long enter(@Advice.FieldValue("this$0") HttpServerExchange exchange) {
    return ReadAdvice.enter(exchange);
  }

  @Advice.OnMethodExit
  static void exit(
      @Advice.Enter long before,
      @Advice.Return int read,
      @Advice.FieldValue("this$0") HttpServerExchange exchange) {
    ReadAdvice.exit(before, read, exchange);
  }
}
