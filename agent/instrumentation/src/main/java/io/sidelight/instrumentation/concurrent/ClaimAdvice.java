package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code UniCompletion.claim}, which is called right before the function of a dependent and
 * says whether it may be called here and now. If not, the dependent may have been handed to its
 * executor in there, for the request that it belongs to.
 *
 * <p>A dependent that was registered outside a request belongs to none, not even to the one on
 * whose thread the future is completed.
 */
final class ClaimAdvice {

  private ClaimAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This Object dependent) {
    return HandedOver.turnTo(dependent);
  }

  /** The way back from a function that may be called is {@link CompleteAdvice}. */
  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.This Object dependent,
      @Advice.Enter @Nullable Object before,
      @Advice.Return boolean claimed) {
    if (claimed) {
      HandedOver.unbind(dependent);
    } else {
      HandedOver.ended(before);
    }
  }
}
