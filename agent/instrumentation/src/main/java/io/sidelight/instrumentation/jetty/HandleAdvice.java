package io.sidelight.instrumentation.jetty;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code HttpChannel.handle}: the request begins, or goes on after it was suspended, and
 * this thread works for it.
 */
final class HandleAdvice {

  private HandleAdvice() {}

  /** Returns the scope that the thread had before, null as a rule. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This HttpChannel channel) {
    JettyExchange exchange = JettyExchange.ofOrBegin(channel);
    return RequestScope.enter(exchange == null ? null : exchange.scope());
  }

  /** Completes a request that Jetty has forgotten, see {@link EndOfOutputAdvice}. */
  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.This HttpChannel channel, @Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
    JettyExchange exchange = JettyExchange.of(channel);
    if (exchange != null && exchange.isForgotten()) {
      exchange.complete(channel);
    }
  }
}
