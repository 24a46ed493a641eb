package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * After {@code Response.completeOutput}, with which the channel ends a response. When that throws,
 * because the connection of an aborted response is closed by then, the channel never completes the
 * request: it waits for a callback that does not come.
 */
final class EndOfOutputAdvice {

  private EndOfOutputAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.This Response response, @Advice.Thrown @Nullable Throwable thrown) {
    JettyExchange exchange = thrown == null ? null : JettyExchange.of(response.getHttpChannel());
    if (exchange != null) {
      exchange.forgotten();
    }
  }
}
