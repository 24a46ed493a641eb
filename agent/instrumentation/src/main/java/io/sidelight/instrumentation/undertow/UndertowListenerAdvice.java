package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestLifecycle;
import net.bytebuddy.asm.Advice;

/** Advice for the listeners of an Undertow. */
final class UndertowListenerAdvice {

  private UndertowListenerAdvice() {}

  /**
   * After {@code setRootHandler} of an open listener, which is the last step before it accepts, in
   * an embedded server and in WildFly alike.
   */
  static final class ListenerAdvice {

    private ListenerAdvice() {}

    @Advice.OnMethodExit
    static void exit() {
      RequestLifecycle.get().serverStarted();
    }
  }
}
