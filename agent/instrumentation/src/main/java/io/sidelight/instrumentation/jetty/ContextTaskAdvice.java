package io.sidelight.instrumentation.jetty;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code ContextHandler.handle} of a task, by which the application is called on some other
 * thread: what {@code AsyncContext.start} was given, read and write listeners.
 */
final class ContextTaskAdvice {

  private ContextTaskAdvice() {}

  /** Returns the scope that the thread had before. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.Argument(0) @Nullable Request request) {
    JettyExchange exchange = request == null ? null : JettyExchange.of(request.getHttpChannel());
    return RequestScope.enter(exchange == null ? RequestScope.current() : exchange.scope());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
