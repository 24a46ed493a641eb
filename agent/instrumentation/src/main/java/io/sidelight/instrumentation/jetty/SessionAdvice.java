package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;

/** Before {@code SessionHandler.doHandle}: the request knows its session, if it has one. */
final class SessionAdvice {

  private SessionAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(1) Request request) {
    JettyExchange.identify(request);
  }
}
