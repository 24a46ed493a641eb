package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;

/** Before {@code HttpChannel.handleException}, which gets what no handler has caught. */
final class FailureAdvice {

  private FailureAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This HttpChannel channel, @Advice.Argument(0) Throwable thrown) {
    JettyExchange exchange = JettyExchange.of(channel);
    if (exchange != null) {
      exchange.failed(thrown);
    }
  }
}
