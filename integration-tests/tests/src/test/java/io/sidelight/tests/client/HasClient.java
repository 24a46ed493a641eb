package io.sidelight.tests.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.Made;
import io.sidelight.tests.harness.OtherSide;
import io.sidelight.tests.harness.Wish;
import io.sidelight.tests.server.ContractServer;
import io.sidelight.tests.server.HasServer;

/** What the parts of the contract for clients are checked on. */
interface HasClient extends HasServer {

  CallingService service();

  @Override
  default ContractServer server() {
    return service().server();
  }

  default OtherSide other() {
    return OtherSide.get();
  }

  /** Skips what there is not to the client. */
  default void need(Client.Trait trait) {
    String version = server().target().version();
    assumeTrue(service().client().has(trait, version), () -> "no " + trait);
  }

  default void need(Wish.Mode mode) {
    need(mode == Wish.Mode.ASYNC ? Client.Trait.ASYNC : Client.Trait.SYNC);
  }

  default Made make(Wish wish) {
    return service().make(wish);
  }

  /** A call to what answers as it should, of whose outcome only the line counts. */
  default LogLine line(Wish wish) {
    return make(wish).line();
  }
}
