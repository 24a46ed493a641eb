package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Before {@code streamAbort} of version 5's response entity, see {@link ReadAdvice}. */
final class StreamAbort5Advice {

  private StreamAbort5Advice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("execRuntime") @Nullable Object holder) {
    ClassicCall.breaking(holder);
  }
}
