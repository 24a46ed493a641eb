package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.TurboFilterList;
import ch.qos.logback.core.spi.FilterReply;
import io.sidelight.exchange.GuardedCall;
import io.sidelight.log.Verbosity;
import io.sidelight.log.Verbosity.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Overrules the level of a logger by what its turbo filters are said to have answered: every method
 * of {@code Logger} asks them before it looks at the level.
 *
 * <p>What one of the application's turbo filters denies stays denied: levels are overruled, filters
 * are not.
 */
final class Decision {

  private Decision() {}

  /**
   * For a line.
   *
   * @param message raw; null also for the question that {@link #ofQuestion} is told of next
   * @param arguments null for none
   * @param reply of the turbo filters
   * @return null for the reply as it is
   */
  static @Nullable FilterReply ofLine(
      Logger logger,
      Level level,
      @Nullable String message,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown,
      FilterReply reply) {
    switch (verdict(logger, level, reply)) {
      case OPEN:
        return FilterReply.ACCEPT;
      case CLOSED:
        return FilterReply.DENY;
      case KEPT:
        if (message == null) {
          return null;
        }
        Verbosity.keep(
            () ->
                Lines.now(
                    new LoggingEvent(Logger.FQCN, logger, level, message, null, null),
                    message,
                    arguments,
                    thrown));
        return FilterReply.DENY;
      default:
        return null;
    }
  }

  /** For a question such as {@code isDebugEnabled}. */
  static @Nullable FilterReply ofQuestion(Logger logger, Level level, FilterReply reply) {
    // The rest is decided by now, as questions pass through ofLine.
    return verdict(logger, level, reply) == Verdict.KEPT ? FilterReply.ACCEPT : null;
  }

  /** Whether a line of the fluent API is to be kept, which was asked about before. */
  static boolean isKept(Logger logger, Level level) {
    TurboFilterList filters = logger.getLoggerContext().getTurboFilterList();
    FilterReply reply =
        filters.isEmpty()
            ? FilterReply.NEUTRAL
            : GuardedCall.value(
                () -> filters.getTurboFilterChainDecision(null, logger, level, null, null, null),
                FilterReply.DENY);
    return verdict(logger, level, reply) == Verdict.KEPT;
  }

  private static Verdict verdict(Logger logger, Level level, FilterReply reply) {
    if (reply == FilterReply.DENY) {
      return Verdict.OWN;
    }
    boolean enabled =
        reply == FilterReply.ACCEPT || logger.getEffectiveLevel().toInt() <= level.toInt();
    String name = logger.getName();
    return Verbosity.of(
        name.equals(Logger.ROOT_LOGGER_NAME) ? "" : name, Lines.level(level), enabled);
  }
}
