package io.sidelight.instrumentation.jetty;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;

/** Advice for the server of Jetty 9 to 11. */
final class JettyServerAdvice {

  private JettyServerAdvice() {}

  /** After {@code Server.doStart}, which starts the connectors last. */
  @AdviceOn(type = "org.eclipse.jetty.server.Server", method = "doStart", descriptor = "()V")
  static final class ServerStartAdvice {

    private ServerStartAdvice() {}

    @Advice.OnMethodExit
    static void exit() {
      RequestLifecycle.get().serverStarted();
    }
  }
}
