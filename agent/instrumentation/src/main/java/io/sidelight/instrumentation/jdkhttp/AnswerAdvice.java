package io.sidelight.instrumentation.jdkhttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * After {@code MultiExchange.responseFilters}, which sees the headers of each answer and returns
 * the request to make next, if there is one.
 */
final class AnswerAdvice {

  private AnswerAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.FieldValue("responseHandler") Object handler,
      @Advice.Argument(0) Object response,
      @Advice.Return @Nullable Object next) {
    ClientCall call = ClientCall.of(handler);
    if (call != null) {
      call.answered(ClientInternals.status(response), next != null);
    }
  }
}
