package io.sidelight.tests.server;

import io.sidelight.tests.harness.Quirk;
import java.util.EnumSet;
import java.util.Set;

/** Where releases of Jetty 9.4 to 11 go their own way, however they are started. */
final class JettyQuirks {

  private JettyQuirks() {}

  /** HEAD: only 9.4.0, mended in 9.4.1. Upgrades: 9.4.21 and 9.4.22, Jetty's issue 4251. */
  static Set<Quirk> of(String version) {
    Set<Quirk> quirks =
        EnumSet.of(
            Quirk.FORM_LOGIN_HAS_NO_PRINCIPAL,
            Quirk.FORGETS_ABANDONED,
            Quirk.LOGS_BODIES_OF_HEAD,
            Quirk.LOGS_UNSENT_HEADERS);
    if (version.startsWith("9.4.0.")) {
      quirks.add(Quirk.NO_HEAD);
    }
    if (version.startsWith("9.4.21.") || version.startsWith("9.4.22.")) {
      quirks.add(Quirk.NO_UPGRADE_TO_HTTP2);
    }
    return quirks;
  }
}
