package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Fails where a primitive is expected of it. */
final class FailsWithPrimitiveAdvice {

  private FailsWithPrimitiveAdvice() {}

  @SuppressWarnings("DoNotCallSuggester") // woven
  @Advice.OnMethodEnter
  static long enter() {
    throw new IllegalStateException("no start time");
  }

  @Advice.OnMethodExit
  static void exit(@Advice.Enter long token) {
    Recorder.record("exit", token);
  }
}
