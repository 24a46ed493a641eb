package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Before {@code BasicFuture.cancel}, by the application or by the client. */
final class FutureCancelledAdvice {

  private FutureCancelledAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("callback") @Nullable Object callback) {
    if (callback instanceof ResultCallback) {
      ((ResultCallback) callback).call().cancelled();
    }
  }
}
