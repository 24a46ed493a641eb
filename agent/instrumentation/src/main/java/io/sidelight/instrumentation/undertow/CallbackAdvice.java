package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestScope;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the ways of {@code ServletContextImpl} to call the application back on some thread: read
 * and write listeners, asynchronous listeners, what {@code AsyncContext.start} was given.
 */
final class CallbackAdvice {

  private CallbackAdvice() {}

  /** Returns the scope that the thread had before, null as a rule. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.Argument(0) HttpServerExchange exchange) {
    RequestScope scope = ServletScope.of(exchange);
    return RequestScope.enter(scope == null ? RequestScope.current() : scope);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
