package io.sidelight.instrumentation.jetty12;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpStream;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code completeStream}, the single end of a request, where Jetty logs it. A request that
 * has succeeded is completed by {@link RequestStream}, since the thread may go on for long.
 */
final class CompletionAdvice {

  private CompletionAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.Argument(0) HttpStream stream) {
    JettyExchange exchange = RequestStream.exchange(stream);
    if (exchange != null) {
      exchange.completing();
    }
    return exchange;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object exchange) {
    if (exchange != null) {
      ((JettyExchange) exchange).complete();
    }
  }
}
