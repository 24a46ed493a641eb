package io.sidelight.instrumentation.jul;

import io.sidelight.log.ApplicationLog;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * After {@code MDC.get} of SLF4J's adapter where the back end has none, and of JBoss LogManager.
 */
final class ContextGetAdvice {

  private ContextGetAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable String exit(
      @Advice.Argument(0) @Nullable String key, @Advice.Return @Nullable Object own) {
    return own == null ? ApplicationLog.get().contextValue(key) : null;
  }
}
