package io.sidelight.config;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds names of loggers that can hardly be meant, in options {@code level.<logger>}. */
final class LoggerNames {
  /** The agent's own. */
  private static final List<String> OWN =
      Arrays.asList("http", "deps", "steps", "sidelight", "audit");

  private LoggerNames() {}

  /** As {@link Kind#doubt}. */
  static @Nullable String doubt(String logger) {
    if (logger.indexOf('*') >= 0) {
      return "matches no logger: a star stands for itself, and a level counts for all loggers"
          + " below its own";
    }
    if (logger.equalsIgnoreCase("root")) {
      return "names a logger of the application; the level of all is sidelight.level";
    }
    String nearest = OWN.contains(logger) ? null : NearestName.of(logger, OWN);
    return nearest == null
        ? null
        : "names a logger of the application; did you mean sidelight.level." + nearest + "?";
  }
}
