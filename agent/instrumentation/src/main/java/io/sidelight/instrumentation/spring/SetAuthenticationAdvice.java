package io.sidelight.instrumentation.spring;

import net.bytebuddy.asm.Advice;
import org.springframework.security.core.context.SecurityContext;

/** After {@code SecurityContextImpl.setAuthentication}: a login, if the context is the thread's. */
final class SetAuthenticationAdvice {

  private SetAuthenticationAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This SecurityContext context) {
    CurrentContext.changed(context);
  }
}
