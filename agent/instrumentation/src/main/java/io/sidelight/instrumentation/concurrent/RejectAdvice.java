package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;

/**
 * Before {@code ThreadPoolExecutor.reject}: what the handler does with the task is its own affair.
 */
final class RejectAdvice {

  private RejectAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) Object task) {
    HandedOver.rejected(task);
  }
}
