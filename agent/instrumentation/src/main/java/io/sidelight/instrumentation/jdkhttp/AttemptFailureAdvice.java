package io.sidelight.instrumentation.jdkhttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * After {@code MultiExchange.getExceptionalCF}, which returns null where the client tries again.
 */
final class AttemptFailureAdvice {

  private AttemptFailureAdvice() {}

  @Advice.OnMethodExit
  static void exit(
      @Advice.FieldValue("responseHandler") Object handler,
      @Advice.Argument(0) Throwable thrown,
      @Advice.Return @Nullable Object failure) {
    ClientCall call = failure == null ? ClientCall.of(handler) : null;
    if (call != null) {
      call.attemptFailed(thrown);
    }
  }
}
