package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import io.sidelight.request.JdkTasks;
import java.util.concurrent.ForkJoinPool;
import net.bytebuddy.asm.Advice;

/** Before {@code ForkJoinPool.scheduleDelayedTask}, of Java 25. */
final class DelayAdvice {

  private DelayAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This ForkJoinPool pool, @Advice.Argument(0) Object task) {
    if (!Carriers.areOf(pool) && !JdkTasks.isPeriodic(task)) {
      HandedOver.submitted(task);
    }
  }
}
