package io.sidelight.instrumentation.log4j;

import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedRequest;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.util.StringMap;
import org.jspecify.annotations.Nullable;

/** After {@code injectContextData}, which makes the context data of an event while it is logged. */
final class InjectAdvice {

  private InjectAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable StringMap exit(
      @Advice.Argument(1) @Nullable StringMap reusable, @Advice.Return @Nullable StringMap data) {
    LoggedRequest request = ApplicationLog.get().request();
    return request == null || data == null
        ? null
        : EventContext.with(request, data, data == reusable, MessageAdvice.underWay());
  }
}
