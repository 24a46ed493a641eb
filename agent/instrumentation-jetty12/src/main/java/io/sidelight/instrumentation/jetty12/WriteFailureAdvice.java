package io.sidelight.instrumentation.jetty12;

import io.sidelight.weaver.Advice;
import org.eclipse.jetty.server.Response;

/** Before {@code ChannelResponse.failed}: what was written did not go out. */
final class WriteFailureAdvice {

  private WriteFailureAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This Response response) {
    JettyExchange exchange = RequestStream.exchange(response.getRequest());
    if (exchange != null) {
      exchange.writeFailed();
    }
  }
}
