package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code ThreadPoolExecutor.getTask}, in which a pool's thread waits for work: it has done
 * with one task when it asks, and goes on to the next when it is answered. So the hooks before and
 * after a task are part of its request too.
 */
final class NextTaskAdvice {

  private NextTaskAdvice() {}

  @Advice.OnMethodEnter
  static void enter() {
    HandedOver.goOnTo(null);
  }

  @Advice.OnMethodExit
  static void exit(@Advice.Return @Nullable Object task) {
    HandedOver.goOnTo(task);
  }
}
