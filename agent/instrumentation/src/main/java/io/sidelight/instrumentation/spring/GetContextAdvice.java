package io.sidelight.instrumentation.spring;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;

/** After {@code getContext} of a holder: a context that was deferred has been found out by then. */
final class GetContextAdvice {

  private GetContextAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.Return @Nullable SecurityContext context) {
    CurrentContext.isNow(context);
  }
}
