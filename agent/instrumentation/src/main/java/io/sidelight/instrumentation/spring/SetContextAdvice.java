package io.sidelight.instrumentation.spring;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;

/** After {@code setContext} of a holder. */
final class SetContextAdvice {

  private SetContextAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.Argument(0) @Nullable SecurityContext context) {
    CurrentContext.isNow(context);
  }
}
