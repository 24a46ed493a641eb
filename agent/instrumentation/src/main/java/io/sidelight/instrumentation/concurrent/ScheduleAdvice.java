package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import java.util.concurrent.RunnableScheduledFuture;
import net.bytebuddy.asm.Advice;

/**
 * Before {@code ScheduledThreadPoolExecutor.delayedExecute}. What is run again and again belongs to
 * no request, whichever has started it.
 */
final class ScheduleAdvice {

  private ScheduleAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) RunnableScheduledFuture<?> task) {
    if (!task.isPeriodic()) {
      HandedOver.submitted(task);
    }
  }
}
