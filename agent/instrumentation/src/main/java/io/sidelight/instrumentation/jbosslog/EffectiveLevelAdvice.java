package io.sidelight.instrumentation.jbosslog;

import io.sidelight.log.Verbosity;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * After {@code LoggerNode.getEffectiveLevel}, which is what every method of a logger compares with
 * its level in 2.1. The node itself inherits levels by its fields.
 */
final class EffectiveLevelAdvice {

  private EffectiveLevelAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable Integer exit(
      @Advice.FieldValue("fullName") String logger, @Advice.Return int level) {
    return Verbosity.isActive() ? Thresholds.of(logger, level) : null;
  }
}
