package io.sidelight.instrumentation.springmvc;

import io.sidelight.request.RequestScope;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExecutionChain;

/** After {@code HandlerExecutionChain.applyPreHandle}, whatever the interceptors said. */
@AdviceOn(
    type = "org.springframework.web.servlet.HandlerExecutionChain",
    method = "applyPreHandle",
    descriptor = {
      "(Ljakarta/servlet/http/HttpServletRequest;" + "Ljakarta/servlet/http/HttpServletResponse;)Z",
      "(Ljavax/servlet/http/HttpServletRequest;" + "Ljavax/servlet/http/HttpServletResponse;)Z"
    },
    in = Presence.SOME_VERSIONS)
final class PreHandleAdvice {

  private PreHandleAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.This HandlerExecutionChain chain) {
    RequestScope scope = RequestScope.current();
    if (scope == null) {
      return;
    }
    Object handler = chain.getHandler();
    @Nullable String route = handler == null ? null : MatchedPattern.of(handler);
    if (route != null) {
      scope.route(route);
    }
  }
}
