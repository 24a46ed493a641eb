package io.sidelight.instrumentation.servlet;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import io.sidelight.weaver.AdviceOn;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code HttpServlet.service}, which runs within every container. It is all that is loaded
 * of this package where the container speaks for itself.
 */
@AdviceOn(
    instrumentation = "servlet",
    type = "jakarta.servlet.http.HttpServlet",
    method = "service",
    descriptor = "(Ljakarta/servlet/ServletRequest;Ljakarta/servlet/ServletResponse;)V")
final class ServiceAdvice {

  private ServiceAdvice() {}

  /** Returns what {@link #exit} has to leave, null when the thread was in a request before. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.Argument(0) ServletRequest request, @Advice.Argument(1) ServletResponse response) {
    RequestScope scope = RequestScope.current();
    if (scope == null) {
      return RequestTrack.enter(request, response);
    }
    // The container has looked at the session by now, and the application has not run yet.
    RequestLifecycle.get().identify(scope);
    return null;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (entered != null) {
      RequestTrack.leave(entered, thrown);
    }
  }
}
