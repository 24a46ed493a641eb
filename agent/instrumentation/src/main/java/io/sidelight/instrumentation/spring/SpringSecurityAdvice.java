package io.sidelight.instrumentation.spring;

import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;

/** Advice for the moments at which Spring Security knows the user. */
final class SpringSecurityAdvice {

  private SpringSecurityAdvice() {}

  /**
   * After {@code getContext} of a holder: a context that was deferred has been found out by then.
   */
  @AdviceOn(
      type = {
        "org.springframework.security.core.context.InheritableThreadLocalSecurityContextHolderStrategy",
        "org.springframework.security.core.context.SecurityContextHolder",
        "org.springframework.security.core.context.ThreadLocalSecurityContextHolderStrategy"
      },
      method = "getContext",
      descriptor = "()Lorg/springframework/security/core/context/SecurityContext;")
  static final class GetContextAdvice {

    private GetContextAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Return @Nullable SecurityContext context) {
      CurrentContext.isNow(context);
    }
  }

  /** After {@code setContext} of a holder. */
  @AdviceOn(
      type = {
        "org.springframework.security.core.context.InheritableThreadLocalSecurityContextHolderStrategy",
        "org.springframework.security.core.context.SecurityContextHolder",
        "org.springframework.security.core.context.ThreadLocalSecurityContextHolderStrategy"
      },
      method = "setContext",
      descriptor = "(Lorg/springframework/security/core/context/SecurityContext;)V")
  static final class SetContextAdvice {

    private SetContextAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Argument(0) @Nullable SecurityContext context) {
      CurrentContext.isNow(context);
    }
  }

  /**
   * After {@code SecurityContextImpl.setAuthentication}: a login, if the context is the thread's.
   */
  @AdviceOn(
      type = "org.springframework.security.core.context.SecurityContextImpl",
      method = "setAuthentication",
      descriptor = "(Lorg/springframework/security/core/Authentication;)V")
  static final class SetAuthenticationAdvice {

    private SetAuthenticationAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This SecurityContext context) {
      CurrentContext.changed(context);
    }
  }
}
