package io.sidelight.instrumentation.jbosslog;

import io.sidelight.log.ApplicationLog;
import io.sidelight.weaver.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code MDC.get} and {@code MDC.getObject}. */
final class ThreadValueAdvice {

  private ThreadValueAdvice() {}

  @Advice.OnMethodExit
  static @Nullable String exit(
      @Advice.Argument(0) @Nullable String key, @Advice.Return @Nullable Object own) {
    return own == null ? ApplicationLog.get().contextValue(key) : null;
  }
}
