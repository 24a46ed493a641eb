package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;

/**
 * Before {@code LoggingExceptionHandler.handleThrowable}, which gets what left the filters and
 * servlets of a request. A handler that an application has put in its place may handle exceptions,
 * and is not asked.
 */
final class ThrownAdvice {

  private ThrownAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(3) Throwable thrown) {
    RequestScope scope = RequestScope.current();
    if (scope != null) {
      scope.thrown(thrown);
    }
  }
}
