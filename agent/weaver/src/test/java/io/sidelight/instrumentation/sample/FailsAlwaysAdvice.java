package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Fails, with a checked exception. */
final class FailsAlwaysAdvice {

  private FailsAlwaysAdvice() {}

  @Advice.OnMethodEnter
  static void enter() throws Exception {
    Recorder.record("enter");
    throw new Exception("advice of every call");
  }
}
