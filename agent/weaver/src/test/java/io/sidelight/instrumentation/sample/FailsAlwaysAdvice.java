package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;
import io.sidelight.weaver.Recorder;

/** Fails, with a checked exception. */
final class FailsAlwaysAdvice {

  private FailsAlwaysAdvice() {}

  @Advice.OnMethodEnter
  static void enter() throws Exception {
    Recorder.record("enter");
    throw new Exception("advice of every call");
  }
}
