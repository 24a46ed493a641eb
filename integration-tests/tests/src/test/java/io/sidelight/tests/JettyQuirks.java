package io.sidelight.tests;

import java.util.Set;

/** Where releases of Jetty 9.4 to 11 go their own way, however they are started. */
final class JettyQuirks {

  private JettyQuirks() {}

  /** HEAD: only 9.4.0, mended in 9.4.1. */
  static Set<Quirk> of(String version) {
    return version.startsWith("9.4.0.")
        ? Set.of(Quirk.NO_HEAD, Quirk.FORM_LOGIN_HAS_NO_PRINCIPAL)
        : Set.of(Quirk.FORM_LOGIN_HAS_NO_PRINCIPAL);
  }
}
