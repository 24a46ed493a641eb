package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Asks after the method for what it was called with. */
final class ReassignedAdvice {

  private ReassignedAdvice() {}

  @Advice.OnMethodEnter
  static double enter(@Advice.Argument(2) Object fraction) {
    return (Double) fraction;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Argument(2) double fraction,
      @Advice.Argument(0) Object number,
      @Advice.Argument(1) String text,
      @Advice.Enter double entered) {
    Recorder.record("exit", number, text, fraction, entered);
  }
}
