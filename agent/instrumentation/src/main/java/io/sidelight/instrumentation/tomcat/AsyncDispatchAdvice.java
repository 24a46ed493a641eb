package io.sidelight.instrumentation.tomcat;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code CoyoteAdapter.asyncDispatch}: a thread comes back to a request that is under way.
 */
final class AsyncDispatchAdvice {

  private AsyncDispatchAdvice() {}

  /** Returns the scope that the thread had before, null as a rule. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.Argument(0) Request request) {
    TomcatExchange exchange = TomcatExchange.of(request);
    return RequestScope.enter(exchange == null ? null : exchange.scope());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
