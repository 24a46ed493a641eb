package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Logger;
import io.sidelight.log.Verbosity;
import io.sidelight.weaver.Advice;
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
    Verbosity.keep(Lines.of(Slf4j2.event(logger, event)));
    KEPT.set(true);
    return true;
  }

  @Advice.OnMethodExit(onThrowable = true)
  static void exit(@Advice.Enter boolean kept) {
    if (kept) {
      KEPT.remove();
    }
  }
}
