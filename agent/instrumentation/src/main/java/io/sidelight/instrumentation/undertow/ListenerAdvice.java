package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestLifecycle;
import net.bytebuddy.asm.Advice;

/**
 * After {@code setRootHandler} of an open listener, which is the last step before it accepts, in an
 * embedded server and in WildFly alike.
 */
final class ListenerAdvice {

  private ListenerAdvice() {}

  @Advice.OnMethodExit
  static void exit() {
    RequestLifecycle.get().serverStarted();
  }
}
