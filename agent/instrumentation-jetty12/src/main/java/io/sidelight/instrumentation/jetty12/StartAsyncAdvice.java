package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;

/**
 * After {@code startAsync} of the servlets' state, which a servlet calls on the request's thread.
 * Jetty completes a request that is answered at once without leaving the handler.
 */
final class StartAsyncAdvice {

  private StartAsyncAdvice() {}

  @Advice.OnMethodExit
  static void exit() {
    RequestScope scope = RequestScope.current();
    if (scope != null) {
      scope.markAsync();
    }
  }
}
