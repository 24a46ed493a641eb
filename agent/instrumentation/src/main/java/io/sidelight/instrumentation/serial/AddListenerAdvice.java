package io.sidelight.instrumentation.serial;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Before a listener is added to a future, which another request may complete. */
final class AddListenerAdvice {

  private AddListenerAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) @Nullable Runnable listener) {
    if (listener != null) {
      HandedOver.submitted(listener);
    }
  }
}
