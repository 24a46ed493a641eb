package io.sidelight.dependency;

import io.sidelight.config.Config;
import io.sidelight.config.DependencyAlias;
import io.sidelight.config.HostPattern;
import io.sidelight.config.Options;
import io.sidelight.output.Durations;
import java.util.List;

/** The options that calls out read, resolved once for each version of the configuration. */
final class DependencySettings {

  final String header;
  final String debugHeader;
  private final List<HostPattern> forward;
  private final List<HostPattern> debugForward;
  private final List<DependencyAlias> aliases;
  private final long slowNanos;

  DependencySettings(Config config) {
    header = config.get(Options.REQUEST_ID_HEADER);
    forward = config.get(Options.REQUEST_ID_FORWARD);
    debugHeader = config.get(Options.DEBUG_HEADER);
    debugForward = config.get(Options.DEBUG_FORWARD);
    aliases = config.get(Options.DEPENDENCIES);
    slowNanos = config.get(Options.SLOW_DEPENDENCY);
  }

  /** A threshold of 0 takes no call for slow. */
  boolean isSlow(long durationNanos) {
    return Durations.reach(durationNanos, slowNanos);
  }

  /**
   * Whether calls to the host carry the request ID.
   *
   * @param host in lower case
   */
  boolean forwardsTo(String host) {
    return isAmong(forward, host);
  }

  /**
   * Whether calls to the host carry what put the request in DEBUG.
   *
   * @param host in lower case
   */
  boolean forwardsDebugTo(String host) {
    return isAmong(debugForward, host);
  }

  private static boolean isAmong(List<HostPattern> patterns, String host) {
    for (HostPattern pattern : patterns) {
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
