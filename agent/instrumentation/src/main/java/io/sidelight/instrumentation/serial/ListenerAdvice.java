package io.sidelight.instrumentation.serial;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the hand-over of a listener to its executor, on the thread that has completed the future.
 */
final class ListenerAdvice {

  private ListenerAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.Argument(0) Runnable listener) {
    return HandedOver.turnToRun(listener);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object before) {
    HandedOver.ended(before);
  }
}
