package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.spi.FilterReply;
import io.sidelight.log.Verbosity;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code LoggerContext.getTurboFilterChainDecision_0_3OrMore}. */
final class LineAdvice {

  private LineAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable FilterReply exit(
      @Advice.Argument(1) Logger logger,
      @Advice.Argument(2) Level level,
      @Advice.Argument(3) @Nullable String message,
      @Advice.Argument(4) Object @Nullable [] arguments,
      @Advice.Argument(5) @Nullable Throwable thrown,
      @Advice.Return FilterReply reply) {
    return Verbosity.isActive()
        ? Decision.ofLine(logger, level, message, arguments, thrown, reply)
        : null;
  }
}
