package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Fails after the method, with an error. */
final class FailsAtExitAdvice {

  private FailsAtExitAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit() {
    Recorder.record("exit");
    throw new AssertionError("exit advice");
  }
}
