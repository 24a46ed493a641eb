package io.sidelight.instrumentation.jetty12;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code Response.writeError}, by which a context answers for a handler that threw, instead
 * of letting Jetty know of the failure.
 */
final class ErrorAdvice {

  private ErrorAdvice() {}

  @Advice.OnMethodEnter
  static void enter(
      @Advice.Argument(0) Request request,
      @Advice.Argument(3) int status,
      @Advice.Argument(5) @Nullable Throwable cause) {
    JettyExchange exchange = cause == null ? null : RequestStream.exchange(request);
    if (exchange != null && cause != null) {
      exchange.answeredFor(cause, status);
    }
  }
}
