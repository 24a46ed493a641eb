package io.sidelight.instrumentation.jetty12;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;

/** Before {@code HttpChannelState.onFailure}: the client has gone, or reset the stream. */
final class ConnectionFailureAdvice {

  private ConnectionFailureAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This HttpChannel channel, @Advice.Argument(0) Throwable failure) {
    JettyExchange exchange = RequestStream.exchange(channel.getRequest());
    if (exchange != null) {
      exchange.connectionFailed(failure);
    }
  }
}
