package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Fails for one value of the argument only. */
final class FailsOnceAdvice {

  private FailsOnceAdvice() {}

  @Advice.OnMethodEnter
  static Object enter(@Advice.Argument(0) String in) {
    Recorder.record("enter");
    if (in.equals("fail")) {
      throw new IllegalStateException("advice of the first call");
    }
    return in;
  }

  @Advice.OnMethodExit
  static void exit(@Advice.Enter Object token) {
    Recorder.record("exit", token);
  }
}
