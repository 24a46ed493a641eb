package io.sidelight.instrumentation.jetty12;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Response;

/** Before {@code ChannelResponse.write}: the first one sends the headers. */
final class WriteAdvice {

  private WriteAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This Response response, @Advice.Argument(0) boolean last) {
    boolean first = !response.isCommitted();
    JettyExchange exchange = first || last ? RequestStream.exchange(response.getRequest()) : null;
    if (exchange == null) {
      return;
    }
    if (first) {
      exchange.committing(response);
    }
    if (last) {
      exchange.writingLast();
    }
  }
}
