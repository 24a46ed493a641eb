package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the methods in which a thread waits for a task or a future, and meanwhile helps: it runs
 * what is queued, whoever that belongs to. Of its own request there is nothing to run in there.
 */
final class WaitAdvice {

  private WaitAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter() {
    return HandedOver.leave(null);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object before) {
    HandedOver.ended(before);
  }
}
