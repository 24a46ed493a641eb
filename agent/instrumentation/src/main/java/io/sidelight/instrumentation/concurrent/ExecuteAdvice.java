package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;

/**
 * Before {@code ThreadPoolExecutor.execute}, which every way of handing a task to such a pool comes
 * to.
 */
final class ExecuteAdvice {

  private ExecuteAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) Object task) {
    if (task != null) {
      HandedOver.submitted(task);
    }
  }
}
