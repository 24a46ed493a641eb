package io.sidelight.dependency;

import io.sidelight.config.Config;
import io.sidelight.config.DependencyAlias;
import io.sidelight.config.HostPattern;
import io.sidelight.config.Options;
import java.util.List;

/** The options that calls out read, resolved once for each version of the configuration. */
final class DependencySettings {

  final String header;
  private final List<HostPattern> forward;
  private final List<DependencyAlias> aliases;
  private final long slowNanos;

  DependencySettings(Config config) {
    header = config.get(Options.REQUEST_ID_HEADER);
    forward = config.get(Options.REQUEST_ID_FORWARD);
    aliases = config.get(Options.DEPENDENCIES);
    slowNanos = config.get(Options.SLOW_DEPENDENCY);
  }

  /** A threshold of 0 takes no call for slow. */
  boolean isSlow(long durationNanos) {
    return slowNanos > 0 && durationNanos >= slowNanos;
  }

  /**
   * Whether calls to the host carry the request ID.
   *
   * @param host in lower case
   */
  boolean forwardsTo(String host) {
    for (HostPattern pattern : forward) {
      if (pattern.matches(host)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What the lines call the host: the first alias that it fits, or itself.
   *
   * @param host in lower case
   */
  String nameOf(String host) {
    for (DependencyAlias alias : aliases) {
      if (alias.matches(host)) {
        return alias.name();
      }
    }
    return host;
  }
}
