package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Before {@code BasicFuture.failed}: the application is about to get an exception. */
final class FutureFailedAdvice {

  private FutureFailedAdvice() {}

  @Advice.OnMethodEnter
  static void enter(
      @Advice.FieldValue("callback") @Nullable Object callback,
      @Advice.Argument(0) Exception thrown) {
    if (callback instanceof ResultCallback) {
      ((ResultCallback) callback).call().failed(thrown);
    }
  }
}
