package io.sidelight.instrumentation.serial;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code run} of a subscriber or task that was made inside a request, or outside of all. The
 * thread may be in the scope of another one, whose value has woken it.
 */
final class OwnedRunAdvice {

  private OwnedRunAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This Object owned) {
    return HandedOver.turnTo(owned);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object before) {
    HandedOver.ended(before);
  }
}
