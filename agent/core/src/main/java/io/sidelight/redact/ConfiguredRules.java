package io.sidelight.redact;

import io.sidelight.config.Config;
import io.sidelight.config.Options;
import io.sidelight.config.UserSource;
import java.util.ArrayList;
import java.util.List;

/** What a configuration makes of the rules: for the agent and for the command line alike. */
public final class ConfiguredRules {

  private ConfiguredRules() {}

  /**
   * The default lists changed by {@code redact.keys}, {@code redact.headers}, {@code redact.keep};
   * and the header that grants DEBUG, whose tokens may still count when somebody reads the line.
   */
  public static RedactionRules of(Config config) {
    return RedactionRules.with(
        config.get(Options.REDACT_KEYS), headers(config), config.get(Options.REDACT_KEEP));
  }

  /** Where the user is hashed, no header that names the user may say it all the same. */
  private static List<String> headers(Config config) {
    List<String> headers = new ArrayList<>(config.get(Options.REDACT_HEADERS));
    headers.add(config.get(Options.DEBUG_HEADER));
    if (config.get(Options.USER_ID_HASH)) {
      for (UserSource source : config.get(Options.USER_ID_FROM)) {
        if (source.origin() == UserSource.Origin.HEADER) {
          headers.add(source.name());
        }
      }
    }
    return headers;
  }
}
