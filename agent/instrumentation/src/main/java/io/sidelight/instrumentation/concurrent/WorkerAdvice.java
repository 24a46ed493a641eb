package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code ThreadPoolExecutor.Worker.run}, the life of a pool's thread. It may begin with a
 * task that never was in the queue, and whoever made the thread is nothing to it.
 */
final class WorkerAdvice {

  private WorkerAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("firstTask") @Nullable Object task) {
    HandedOver.goOnTo(task);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit() {
    HandedOver.goOnTo(null);
  }
}
