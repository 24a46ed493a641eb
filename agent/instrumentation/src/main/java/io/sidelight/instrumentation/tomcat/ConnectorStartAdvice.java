package io.sidelight.instrumentation.tomcat;

import io.sidelight.request.RequestLifecycle;
import net.bytebuddy.asm.Advice;

/** After {@code Connector.startInternal}: the server takes requests from now on. */
final class ConnectorStartAdvice {

  private ConnectorStartAdvice() {}

  @Advice.OnMethodExit
  static void exit() {
    RequestLifecycle.get().serverStarted();
  }
}
