package io.sidelight.tests.server;

import io.sidelight.tests.harness.Quirk;
import java.util.Set;

/** Where Undertow goes its own way, in every release and however it is started. */
final class UndertowQuirks {

  static final Set<Quirk> ALL =
      Set.of(Quirk.REFUSALS_NOT_IN_ACCESS_LOG, Quirk.ANSWERS_UNKNOWN_VERSIONS, Quirk.WRITES_ON);

  private UndertowQuirks() {}
}
