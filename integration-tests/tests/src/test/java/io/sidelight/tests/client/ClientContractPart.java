package io.sidelight.tests.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sidelight.tests.harness.CallResult;
import io.sidelight.tests.harness.CallSpec;
import io.sidelight.tests.harness.CalledServers;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.server.RunningService;
import io.sidelight.tests.server.ServerContractPart;

/** What the parts of the contract for clients are checked on. */
interface ClientContractPart extends ServerContractPart {

  CallingService service();

  @Override
  default RunningService server() {
    return service().server();
  }

  default CalledServers other() {
    return CalledServers.get();
  }

  /** Skips what there is not to the client. */
  default void need(Client.Trait trait) {
    String version = server().target().version();
    assumeTrue(service().client().has(trait, version), () -> "no " + trait);
  }

  default void need(CallSpec.Mode mode) {
    need(mode == CallSpec.Mode.ASYNC ? Client.Trait.ASYNC : Client.Trait.SYNC);
  }

  default CallResult make(CallSpec spec) {
    return service().make(spec);
  }

  /** A call to what answers as it should, of whose outcome only the line counts. */
  default LogLine line(CallSpec spec) {
    return make(spec).line();
  }
}
