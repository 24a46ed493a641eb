package io.sidelight.instrumentation.jetty;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code HttpConnection.onCompleted}, which follows the end of a request. After an upgrade
 * this thread goes on to the frames of a WebSocket that have arrived, which are not the request's.
 */
final class ConnectionCompletionAdvice {

  private ConnectionCompletionAdvice() {}

  /** Returns the scope that the thread had before. */
  @Advice.OnMethodEnter
  static @Nullable Object enter() {
    return RequestScope.enter(null);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
