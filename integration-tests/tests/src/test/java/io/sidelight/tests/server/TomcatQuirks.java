package io.sidelight.tests.server;

import io.sidelight.tests.harness.Quirk;
import java.util.EnumSet;
import java.util.Set;

/** Where releases of Tomcat go their own way, however they are started. */
public final class TomcatQuirks {

  /** Of every release. */
  public static final Set<Quirk> OF_ALL =
      Set.of(Quirk.LOGS_CHUNK_FRAMING, Quirk.LOGS_UNSENT_HEADERS);

  private TomcatQuirks() {}

  /**
   * Timeouts: seen to hang up to 8.5.41 and 9.0.20, no longer in 8.5.51 and 9.0.31. Form login:
   * read in the sources of the same releases.
   */
  static Set<Quirk> of(String version) {
    int patch = Integer.parseInt(version.substring(version.lastIndexOf('.') + 1));
    boolean early =
        (version.startsWith("8.5.") && patch <= 41) || (version.startsWith("9.0.") && patch <= 20);
    Set<Quirk> quirks = EnumSet.copyOf(OF_ALL);
    if (early) {
      quirks.add(Quirk.NO_TIMEOUT_OVER_HTTP2);
      quirks.add(Quirk.FORM_LOGIN_HAS_NO_PRINCIPAL);
    }
    return quirks;
  }
}
