package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Logger;
import io.sidelight.log.Verbosity;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
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

  /**
   * Returns whether the line is kept, and the event that replaces the argument: Logback would go on
   * with an exception whose methods may throw.
   */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(value = 0, index = 1))
  static @Nullable Object @Nullable [] enter(
      @Advice.This Logger logger, @Advice.Argument(0) LoggingEvent event) {
    if (!Verbosity.isActive()) {
      return null;
    }
    boolean kept = Slf4j2.IS_PRESENT && Decision.isKept(logger, Slf4j2.level(event));
    if (!kept && !isKept()) {
      return null;
    }
    Object emptied = Slf4j2.emptied(logger, event);
    if (kept) {
      Verbosity.keep(() -> Slf4j2.line(logger, event));
      KEPT.set(true);
    }
    return new Object[] {kept, emptied};
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object @Nullable [] entered) {
    if (entered != null && Boolean.TRUE.equals(entered[0])) {
      KEPT.remove();
    }
  }
}
