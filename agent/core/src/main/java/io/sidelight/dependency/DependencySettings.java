package io.sidelight.dependency;

import io.sidelight.config.Config;
import io.sidelight.config.DependencyAlias;
import io.sidelight.config.Options;
import io.sidelight.event.DependencyTarget;
import io.sidelight.output.Durations;
import java.util.List;

/** The options that all calls read, resolved once for each version of the configuration. */
final class DependencySettings {

  final Config config;
  private final List<DependencyAlias> aliases;
  private final long slowNanos;

  DependencySettings(Config config) {
    this.config = config;
    aliases = config.get(Options.DEPENDENCIES);
    slowNanos = config.get(Options.SLOW_DEPENDENCY);
  }

  /** A threshold of 0 takes no call for slow. */
  boolean isSlow(long durationNanos) {
    return Durations.reach(durationNanos, slowNanos);
  }

  /** The target's name on the lines: the first alias that fits its host, or its own. */
  String nameOf(DependencyTarget target) {
    String host = target.host();
    if (host != null) {
      for (DependencyAlias alias : aliases) {
        if (alias.matches(host)) {
          return alias.name();
        }
      }
    }
    return target.name();
  }
}
