package io.sidelight.instrumentation.jetty12;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpStream;

/** Before {@code completeStream}, the single end of a request, where Jetty logs it. */
final class CompletionAdvice {

  private CompletionAdvice() {}

  @Advice.OnMethodEnter(inline = false)
  static void enter(@Advice.Argument(0) HttpStream stream) {
    JettyExchange exchange = RequestStream.exchange(stream);
    if (exchange != null) {
      exchange.complete();
    }
  }
}
