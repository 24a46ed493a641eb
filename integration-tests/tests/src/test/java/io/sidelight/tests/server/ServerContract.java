package io.sidelight.tests.server;

import io.sidelight.tests.harness.Compatibility;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/**
 * All that Sidelight promises of a server, on one running server. A subclass starts it with {@link
 * #use}; when its tests are over the whole output is compared with the server's access log.
 */
@SuppressWarnings("NullAway.Init") // before each invocation of the class
abstract class ServerContract
    implements PlainContract,
        DispatchContract,
        AsyncContract,
        ConnectionContract,
        RefusedContract,
        RequestIdContract,
        HostileContract,
        Http2Contract,
        DebugRequestContract,
        TransparencyContract {

  private static RunningService server;

  static void use(RunningService started) {
    server = started;
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
    Compatibility.finished(server.target());
  }

  @Override
  public final RunningService server() {
    return server;
  }
}
