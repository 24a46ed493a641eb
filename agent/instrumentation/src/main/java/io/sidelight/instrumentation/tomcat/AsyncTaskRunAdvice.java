package io.sidelight.instrumentation.tomcat;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around {@code run} of what {@link AsyncTaskAdvice} has seen being made. */
final class AsyncTaskRunAdvice {

  private AsyncTaskRunAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This Object task) {
    return HandedOver.began(task);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object before) {
    HandedOver.ended(before);
  }
}
