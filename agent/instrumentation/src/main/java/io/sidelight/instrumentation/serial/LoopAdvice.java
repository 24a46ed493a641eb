package io.sidelight.instrumentation.serial;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the loop of a serial executor. It belongs to nobody: it may have been woken by one request
 * and run tasks of others.
 */
final class LoopAdvice {

  private LoopAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter() {
    return HandedOver.leave(null);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object before) {
    HandedOver.ended(before);
  }
}
