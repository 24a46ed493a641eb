package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;

/** Advice for the listeners of an Undertow. */
final class UndertowListenerAdvice {

  private UndertowListenerAdvice() {}

  /**
   * After {@code setRootHandler} of an open listener, which is the last step before it accepts, in
   * an embedded server and in WildFly alike.
   */
  @AdviceOn(
      type = {
        "io.undertow.server.protocol.ajp.AjpOpenListener",
        "io.undertow.server.protocol.http.HttpOpenListener"
      },
      method = "setRootHandler",
      descriptor = "(Lio/undertow/server/HttpHandler;)V")
  static final class ListenerAdvice {

    private ListenerAdvice() {}

    @Advice.OnMethodExit
    static void exit() {
      RequestLifecycle.get().serverStarted();
    }
  }
}
