package io.sidelight.instrumentation.tomcat;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;

/** Advice for the connectors of Tomcat. */
final class TomcatConnectorAdvice {

  private TomcatConnectorAdvice() {}

  /** After {@code Connector.startInternal}: the server takes requests from now on. */
  @AdviceOn(
      type = "org.apache.catalina.connector.Connector",
      method = "startInternal",
      descriptor = "()V")
  static final class ConnectorStartAdvice {

    private ConnectorStartAdvice() {}

    @Advice.OnMethodExit
    static void exit() {
      RequestLifecycle.get().serverStarted();
    }
  }
}
