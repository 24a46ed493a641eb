package io.sidelight.instrumentation.jetty;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannelState;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code HttpChannelState.onTimeout}, which calls listeners of the application, in the first
 * releases of 9.4 on a thread of the scheduler.
 */
final class TimeoutAdvice {

  private TimeoutAdvice() {}

  /** Returns the scope that the thread had before. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This HttpChannelState state) {
    JettyExchange exchange = JettyExchange.of(state.getHttpChannel());
    return RequestScope.enter(exchange == null ? null : exchange.scope());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
