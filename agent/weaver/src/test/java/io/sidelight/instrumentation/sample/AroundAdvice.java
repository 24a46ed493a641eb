package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Around any method, with a value of two slots carried from enter to exit. */
final class AroundAdvice {

  private AroundAdvice() {}

  @Advice.OnMethodEnter
  static long enter() {
    Recorder.record("enter");
    return 1L << 40;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter long token, @Advice.Thrown Throwable thrown) {
    Recorder.record("exit", token, thrown);
  }
}
