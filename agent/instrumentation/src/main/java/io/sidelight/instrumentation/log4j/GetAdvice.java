package io.sidelight.instrumentation.log4j;

import io.sidelight.log.ApplicationLog;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code ThreadContext.get}, which {@code MDC.get} of SLF4J comes down to. */
final class GetAdvice {

  private GetAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable String exit(
      @Advice.Argument(0) @Nullable String key, @Advice.Return @Nullable String value) {
    return value == null ? ApplicationLog.get().contextValue(key) : null;
  }
}
