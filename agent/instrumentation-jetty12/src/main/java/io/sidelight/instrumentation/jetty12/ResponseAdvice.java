package io.sidelight.instrumentation.jetty12;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Response;

/**
 * After the constructor of {@code ChannelResponse}: request and response are there. A further one
 * that is made to answer an error finds the exchange in place.
 */
final class ResponseAdvice {

  private ResponseAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Response response) {
    RequestStream.attach(response.getRequest(), new JettyExchange(response));
  }
}
