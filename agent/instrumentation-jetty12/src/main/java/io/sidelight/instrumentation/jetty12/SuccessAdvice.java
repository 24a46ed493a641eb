package io.sidelight.instrumentation.jetty12;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;

/** Before {@code ChannelCallback.succeeded}, which sends a response that has no body. */
final class SuccessAdvice {

  private SuccessAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("_request") Request request) {
    JettyExchange exchange = RequestStream.exchange(request);
    if (exchange != null) {
      exchange.succeeded();
    }
  }
}
