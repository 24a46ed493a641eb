package io.sidelight.tests.server;

import io.sidelight.tests.harness.Quirk;
import java.util.EnumSet;
import java.util.Set;

/** Where Jetty 12 goes its own way, however it is started. */
final class Jetty12Quirks {

  private Jetty12Quirks() {}

  /**
   * Its log looks at the response that a handler had, not at the one that Jetty answers an error
   * with. Cancelled streams: seen without the agent in 12.1.0 and 12.1.14, not with ee8 and ee9.
   */
  static Set<Quirk> of(String environment, String version) {
    Set<Quirk> quirks =
        EnumSet.of(
            Quirk.LOGS_NO_BYTES_OF_ERRORS,
            Quirk.LOGS_MADE_UP_REQUESTS,
            Quirk.LOGS_BODIES_OF_HEAD,
            Quirk.LOGS_UNSENT_HEADERS,
            Quirk.NO_UPGRADE_HANDLERS);
    if (version.startsWith("12.1.") && !environment.equals("ee8") && !environment.equals("ee9")) {
      quirks.add(Quirk.CANCELS_FAILED_STREAMS);
    }
    return quirks;
  }
}
