package io.sidelight.instrumentation.jetty;

import io.sidelight.request.RequestLifecycle;
import net.bytebuddy.asm.Advice;

/** After {@code Server.doStart}, which starts the connectors last. */
final class ServerStartAdvice {

  private ServerStartAdvice() {}

  @Advice.OnMethodExit
  static void exit() {
    RequestLifecycle.get().serverStarted();
  }
}
