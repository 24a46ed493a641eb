package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Logger;
import io.sidelight.log.Verbosity;
import io.sidelight.weaver.Advice;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.LoggingEvent;

/**
 * Around {@code Logger.log} of an event of SLF4J 2: the one way to appenders on which Logback does
 * not look at the level again. With SLF4J 1.7 it does.
 */
final class FluentLogAdvice {

  /** Set while this thread logs a line that is kept, so that appenders refuse it. */
  private static final ThreadLocal<Boolean> KEPT = new ThreadLocal<>();

  private FluentLogAdvice() {}

  static boolean isKept() {
    return KEPT.get() != null;
  }

  @Advice.OnMethodEnter
  static boolean enter(@Advice.This Logger logger, @Advice.Argument(0) LoggingEvent event) {
    if (!Verbosity.isActive()
        || !Slf4j2.IS_PRESENT
        || !Decision.isKept(logger, Slf4j2.level(event))) {
      return false;
    }
    Verbosity.keep(() -> Slf4j2.line(logger, event));
    KEPT.set(true);
    return true;
  }

  /** Logback would go on with an exception whose methods may throw. */
  @Advice.ReplaceArgument(0)
  static @Nullable LoggingEvent replace(
      @Advice.This Logger logger, @Advice.Argument(0) LoggingEvent event) {
    return Verbosity.isActive() && isKept() ? Slf4j2.emptied(logger, event) : null;
  }

  @Advice.OnMethodExit(onThrowable = true)
  static void exit(@Advice.Enter boolean kept) {
    if (kept) {
      KEPT.remove();
    }
  }
}
