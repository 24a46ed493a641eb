package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannelState;

/** After {@code HttpChannelState.startAsync}: the application has made the request asynchronous. */
final class AsyncStartAdvice {

  private AsyncStartAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This HttpChannelState state) {
    JettyExchange exchange = JettyExchange.of(state.getHttpChannel());
    if (exchange != null) {
      exchange.scope().markAsync();
    }
  }
}
