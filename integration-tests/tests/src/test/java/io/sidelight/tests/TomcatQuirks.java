package io.sidelight.tests;

import java.util.Set;

/** Where releases of Tomcat go their own way, however they are started. */
final class TomcatQuirks {

  private TomcatQuirks() {}

  /**
   * Timeouts: seen to hang up to 8.5.41 and 9.0.20, no longer in 8.5.51 and 9.0.31. Form login:
   * read in the sources of the same releases.
   */
  static Set<Quirk> of(String version) {
    int patch = Integer.parseInt(version.substring(version.lastIndexOf('.') + 1));
    boolean early =
        (version.startsWith("8.5.") && patch <= 41) || (version.startsWith("9.0.") && patch <= 20);
    return early
        ? Set.of(Quirk.NO_TIMEOUT_OVER_HTTP2, Quirk.FORM_LOGIN_HAS_NO_PRINCIPAL)
        : Set.of();
  }
}
