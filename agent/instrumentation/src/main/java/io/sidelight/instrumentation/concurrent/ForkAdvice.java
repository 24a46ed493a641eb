package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;

/** Before {@code ForkJoinTask.fork}. */
final class ForkAdvice {

  private ForkAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This Object task) {
    HandedOver.submitted(task);
  }
}
