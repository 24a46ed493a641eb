package io.sidelight.instrumentation.undertow;

import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/**
 * Around the ways to read from the request channel. The count is set, not added to, so that one way
 * may call another.
 */
final class ReadAdvice {

  private ReadAdvice() {}

  /** Returns how many bytes were read before. */
  @Advice.OnMethodEnter
  static long enter(@Advice.FieldValue("this$0") HttpServerExchange exchange) {
    UndertowExchange known = UndertowExchange.of(exchange);
    return known == null ? 0 : known.bytesIn();
  }

  @Advice.OnMethodExit
  static void exit(
      @Advice.Enter long before,
      @Advice.Return long read,
      @Advice.FieldValue("this$0") HttpServerExchange exchange) {
    UndertowExchange known = read > 0 ? UndertowExchange.of(exchange) : null;
    if (known != null) {
      known.bytesIn(before + read);
    }
  }
}
