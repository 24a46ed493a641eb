package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** For a method of the JDK; takes its argument as a supertype. */
final class TimerAdvice {

  private TimerAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) Runnable task) {
    Recorder.record("enter", task);
  }
}
