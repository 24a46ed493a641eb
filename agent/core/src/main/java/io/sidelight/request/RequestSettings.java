package io.sidelight.request;

import io.sidelight.config.Config;
import io.sidelight.config.Options;
import io.sidelight.output.Durations;
import org.jspecify.annotations.Nullable;

/** The options that the request path reads, resolved once for each version of the configuration. */
final class RequestSettings {

  final String header;
  final boolean accept;
  final boolean echo;
  final PathPatterns ignored;
  final boolean keepsDebug;
  private final long slowNanos;

  RequestSettings(Config config) {
    header = config.get(Options.REQUEST_ID_HEADER);
    accept = config.get(Options.REQUEST_ID_ACCEPT);
    echo = config.get(Options.REQUEST_ID_ECHO);
    ignored = new PathPatterns(config.get(Options.REQUESTS_IGNORE));
    keepsDebug = config.get(Options.DEBUG_ON_FAILURE);
    slowNanos = config.get(Options.SLOW_REQUEST);
  }

  /** A threshold of 0 takes no request for slow. */
  boolean isSlow(long durationNanos) {
    return Durations.reach(durationNanos, slowNanos);
  }

  boolean ignores(@Nullable String path) {
    return path != null && ignored.matches(path);
  }
}
