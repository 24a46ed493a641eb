package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;

/** After {@code ThreadPoolExecutor.remove}. */
final class RemoveAdvice {

  private RemoveAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.Argument(0) Object task, @Advice.Return boolean removed) {
    if (removed) {
      HandedOver.removed(task);
    }
  }
}
