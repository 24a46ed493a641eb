package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.spi.FilterReply;
import io.sidelight.log.Verbosity;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code Logger.callTurboFilters}, which only {@code is…Enabled} call. */
final class QuestionAdvice {

  private QuestionAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable FilterReply exit(
      @Advice.This Logger logger,
      @Advice.Argument(1) Level level,
      @Advice.Return FilterReply reply) {
    return Verbosity.isActive() ? Decision.ofQuestion(logger, level, reply) : null;
  }
}
