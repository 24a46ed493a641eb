package io.sidelight.tests;

import java.util.Set;

/** Where releases of Undertow go their own way, however they are started. */
final class UndertowQuirks {

  private UndertowQuirks() {}

  static Set<Quirk> of(String version) {
    return Set.of(Quirk.REFUSALS_NOT_IN_ACCESS_LOG, Quirk.ANSWERS_UNKNOWN_VERSIONS);
  }
}
