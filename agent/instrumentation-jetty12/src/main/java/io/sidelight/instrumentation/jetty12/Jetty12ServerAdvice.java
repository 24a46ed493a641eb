package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;

/** Advice for the server of Jetty 12. */
final class Jetty12ServerAdvice {

  private Jetty12ServerAdvice() {}

  /** After {@code Server.doStart}: the server takes requests from now on. */
  @AdviceOn(type = "org.eclipse.jetty.server.Server", method = "doStart", descriptor = "()V")
  static final class ServerStartAdvice {

    private ServerStartAdvice() {}

    @Advice.OnMethodExit
    static void exit() {
      RequestLifecycle.get().serverStarted();
    }
  }
}
