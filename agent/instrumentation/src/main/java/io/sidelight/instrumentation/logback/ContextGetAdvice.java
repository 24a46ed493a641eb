package io.sidelight.instrumentation.logback;

import io.sidelight.log.ApplicationLog;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code get} of the context's adapter, which is what {@code MDC.get} asks. */
final class ContextGetAdvice {

  private ContextGetAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable String exit(
      @Advice.Argument(0) @Nullable String key, @Advice.Return @Nullable String own) {
    return own == null ? ApplicationLog.get().contextValue(key) : null;
  }
}
