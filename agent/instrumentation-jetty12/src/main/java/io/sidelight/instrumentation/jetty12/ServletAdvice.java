package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code ServletChannel.handle} of ee10 and up: servlets are called, for the first time or
 * again for asynchronous work, on whatever thread.
 */
final class ServletAdvice {

  private ServletAdvice() {}

  /** Returns the scope that the thread had before. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.FieldValue("_servletContextRequest") @Nullable Request request) {
    return Threads.enterServlets(request);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
