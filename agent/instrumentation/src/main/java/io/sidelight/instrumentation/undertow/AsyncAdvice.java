package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;

/**
 * Before {@code AsyncContextImpl} is told that the servlet has returned. Dispatching to a worker is
 * how core handlers block, so that alone makes no request asynchronous.
 */
final class AsyncAdvice {

  private AsyncAdvice() {}

  @Advice.OnMethodEnter
  static void enter() {
    RequestScope scope = RequestScope.current();
    if (scope != null) {
      scope.markAsync();
    }
  }
}
