package io.sidelight.instrumentation.log4j;

import io.sidelight.exchange.GuardedCall;
import io.sidelight.log.Verbosity;
import io.sidelight.log.Verbosity.Verdict;
import java.util.function.Supplier;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a logger answers instead of what it has decided, null for that. Made while {@link
 * Verbosity#isActive}; used once.
 *
 * <p>What opens a line is stronger than a level, but not than the filter of the configuration: that
 * may keep lines back that nobody is to see. Log4j asks the filter first and then compares levels,
 * so where the level alone would have let a line through, the filter has denied it; else it is
 * asked once more.
 */
final class Decision {

  private final Logger logger;
  private final Level level;
  private final @Nullable Marker marker;
  private final boolean enabled;
  private final Verdict verdict;

  /**
   * @param level null for one that no logger writes
   * @param enabled what the logger has decided
   */
  Decision(Logger logger, @Nullable Level level, @Nullable Marker marker, boolean enabled) {
    this.logger = logger;
    this.level = level == null ? Level.ALL : level;
    this.marker = marker;
    this.enabled = enabled;
    verdict =
        level == null
            ? Verdict.OWN
            : Verbosity.of(logger.getName(), Lines.severity(level), enabled);
  }

  /** On a line of a text with its arguments, none as well. */
  @Nullable Boolean onText(@Nullable String text, @Nullable Object @Nullable ... arguments) {
    if (isOwn()) {
      return null;
    }
    if (isClosed(text, arguments, null)) {
      return false;
    }
    return verdict != Verdict.KEPT || kept(() -> Messages.of(logger, text, arguments), null);
  }

  /** On a line. */
  @Nullable Boolean onLine(Object content, @Nullable Throwable thrown) {
    if (isOwn()) {
      return null;
    }
    if (isClosed(content, null, thrown)) {
      return false;
    }
    return verdict != Verdict.KEPT || kept(() -> Messages.of(logger, content), thrown);
  }

  /** False: it isn't written now. */
  private boolean kept(Supplier<Message> message, @Nullable Throwable thrown) {
    Verbosity.keep(() -> Lines.now(logger.getName(), level, marker, message.get(), thrown));
    return false;
  }

  /** On a question that a line follows, which is decided upon by itself. */
  @Nullable Boolean onQuestion() {
    if (isOwn()) {
      return null;
    }
    return !isClosed(null, null, null);
  }

  /** On a question after which a line may follow without another one. */
  @Nullable Boolean onOnlyQuestion() {
    if (verdict == Verdict.KEPT && (marker != null || !Messages.BUILDERS_ASK)) {
      return false;
    }
    return onQuestion();
  }

  private boolean isOwn() {
    return verdict == Verdict.OWN || (verdict == Verdict.OPEN && enabled);
  }

  private boolean isClosed(
      @Nullable Object content,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    if (verdict == Verdict.CLOSED) {
      return true;
    }
    Filter filter = enabled ? null : logger.getContext().getConfiguration().getFilter();
    return filter != null
        && (logger.getLevel().intLevel() >= level.intLevel()
            || GuardedCall.value(() -> ask(filter, content, arguments, thrown), Filter.Result.DENY)
                == Filter.Result.DENY);
  }

  /** As Log4j asks it. */
  private Filter.Result ask(
      Filter filter,
      @Nullable Object content,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    if (arguments != null) {
      return filter.filter(logger, level, marker, (String) content, arguments);
    }
    return content instanceof Message
        ? filter.filter(logger, level, marker, (Message) content, thrown)
        : filter.filter(logger, level, marker, content, thrown);
  }
}
