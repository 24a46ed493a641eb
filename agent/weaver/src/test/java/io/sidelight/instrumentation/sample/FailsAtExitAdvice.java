package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;
import io.sidelight.weaver.Recorder;

/** Fails after the method, with an error. */
final class FailsAtExitAdvice {

  private FailsAtExitAdvice() {}

  @Advice.OnMethodExit(onThrowable = true)
  static void exit() {
    Recorder.record("exit");
    throw new AssertionError("exit advice");
  }
}
