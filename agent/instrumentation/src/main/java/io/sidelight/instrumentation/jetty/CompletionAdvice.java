package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;

/**
 * Before {@code HttpChannel.onCompleted}, which writes the access log and lets the transport take
 * the channel back; and before {@code recycle}, for a request that {@code onCompleted} has missed.
 */
final class CompletionAdvice {

  private CompletionAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This HttpChannel channel) {
    JettyExchange exchange = JettyExchange.of(channel);
    if (exchange != null) {
      exchange.complete(channel);
    }
  }
}
