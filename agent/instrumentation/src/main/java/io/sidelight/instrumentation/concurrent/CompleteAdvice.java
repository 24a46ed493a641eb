package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code CompletableFuture.postComplete}, which runs the dependents of a future one after
 * the other on the thread that has completed it.
 */
final class CompleteAdvice {

  private CompleteAdvice() {}

  @Advice.OnMethodEnter
  static Object enter() {
    return HandedOver.here();
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object before) {
    HandedOver.ended(before);
  }
}
