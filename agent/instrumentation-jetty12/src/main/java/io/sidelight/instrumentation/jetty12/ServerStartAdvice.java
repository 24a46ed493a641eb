package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestLifecycle;
import net.bytebuddy.asm.Advice;

/** After {@code Server.doStart}: the server takes requests from now on. */
final class ServerStartAdvice {

  private ServerStartAdvice() {}

  @Advice.OnMethodExit
  static void exit() {
    RequestLifecycle.get().serverStarted();
  }
}
