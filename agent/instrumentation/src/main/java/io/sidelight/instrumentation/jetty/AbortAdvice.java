package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;

/** Before {@code HttpChannel.abort}: reading or writing failed, and the response ends here. */
final class AbortAdvice {

  private AbortAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This HttpChannel channel) {
    JettyExchange exchange = JettyExchange.of(channel);
    if (exchange != null) {
      exchange.abort();
    }
  }
}
