package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import java.util.concurrent.ForkJoinPool;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code ForkJoinPool.poolSubmit}, which from Java 21 on nearly every way of handing a task
 * to a pool comes to.
 */
final class PoolSubmitAdvice {

  private PoolSubmitAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This ForkJoinPool pool, @Advice.Argument(1) @Nullable Object task) {
    if (task != null && !Carriers.areOf(pool)) {
      HandedOver.submitted(task);
    }
  }
}
