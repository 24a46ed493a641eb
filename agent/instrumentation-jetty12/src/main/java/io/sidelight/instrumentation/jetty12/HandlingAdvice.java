package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Around the methods that get a request as their first argument and may do so when it is resumed:
 * {@code ContextHandler.handle}, below whatever handler has held the request back, and {@code
 * QoSHandler.failSuspended}.
 */
final class HandlingAdvice {

  private HandlingAdvice() {}

  /** Returns the scope that the thread had before. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.Argument(0) @Nullable Request request) {
    return Threads.enter(request);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
