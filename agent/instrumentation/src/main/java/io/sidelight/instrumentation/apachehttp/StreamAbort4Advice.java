package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Before {@code streamAbort} of version 4's response entity, see {@link ReadAdvice}. */
final class StreamAbort4Advice {

  private StreamAbort4Advice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("connHolder") @Nullable Object holder) {
    ClassicCall.breaking(holder);
  }
}
