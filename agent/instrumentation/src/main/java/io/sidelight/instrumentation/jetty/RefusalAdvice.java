package io.sidelight.instrumentation.jetty;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code HttpChannel.onBadMessage}, by which Jetty answers what it can't read: a request
 * line, a header, a path that leads out of the root.
 */
final class RefusalAdvice {

  private RefusalAdvice() {}

  /** Returns the scope that the thread had before, null as a rule. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This HttpChannel channel) {
    boolean handled = JettyExchange.of(channel) != null;
    JettyExchange exchange = JettyExchange.ofOrBegin(channel);
    if (exchange == null) {
      return RequestScope.enter(null);
    }
    if (!handled) {
      exchange.refuse();
    }
    Refusals.begin(exchange);
    return RequestScope.enter(exchange.scope());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    Refusals.end(RequestScope.current());
    RequestScope.enter((RequestScope) previous);
  }
}
