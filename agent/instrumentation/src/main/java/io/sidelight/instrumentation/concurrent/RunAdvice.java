package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code ForkJoinTask.doExec}, by which a task is run that was forked or submitted, but also
 * one that is invoked by another. Threads that carry virtual threads run nothing else.
 */
final class RunAdvice {

  private RunAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This Object task) {
    return Carriers.isCurrent() ? null : HandedOver.began(task);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object before) {
    HandedOver.ended(before);
  }
}
