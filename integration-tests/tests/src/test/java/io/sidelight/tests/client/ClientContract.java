package io.sidelight.tests.client;

import io.sidelight.tests.harness.Compatibility;
import io.sidelight.tests.harness.TestedRelease;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/**
 * All that Sidelight promises of a client, in one running service. A subclass starts it with {@link
 * #use}; when its tests are over all of the lines are counted against the calls that were made.
 */
@SuppressWarnings("NullAway.Init") // before each invocation of the class
abstract class ClientContract
    implements CallLineContract,
        CallHeaderContract,
        CallDebugContract,
        CallFailureContract,
        CallCacheContract,
        CallBodyContract,
        CallSumsContract,
        CallRefusedContract {

  static final long SLOW_MS = 300;

  private static CallingService service;

  static void use(TestedRelease target) {
    service =
        CallingService.start(
            target,
            "client",
            "slow.dependency=" + SLOW_MS + "ms",
            "request-id.forward=localhost,*.example.test",
            "debug.forward=localhost",
            "dependencies=orders=api.example.test");
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    service.finish();
    Compatibility.finished(service.server().target());
  }

  @Override
  public final CallingService service() {
    return service;
  }
}
