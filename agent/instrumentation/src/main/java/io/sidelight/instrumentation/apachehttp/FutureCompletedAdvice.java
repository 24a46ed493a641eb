package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Before {@code BasicFuture.completed}: the application is about to get its result. */
final class FutureCompletedAdvice {

  private FutureCompletedAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("callback") @Nullable Object callback) {
    if (callback instanceof ResultCallback) {
      ((ResultCallback) callback).call().completed();
    }
  }
}
