package io.sidelight.tests.logging;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sidelight.tests.server.RunningService;
import io.sidelight.tests.server.ServerContractPart;

/** What the parts of the contract for the application's own lines are checked on. */
interface LoggingContractPart extends ServerContractPart {

  LoggingService service();

  @Override
  default RunningService server() {
    return service().server();
  }

  /** Skips what there is not to the library. */
  default void need(LoggingBackend.Trait trait) {
    assumeTrue(service().backend().has(trait), () -> "no " + trait);
  }
}
