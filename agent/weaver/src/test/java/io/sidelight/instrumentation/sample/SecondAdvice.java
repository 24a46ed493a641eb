package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Records that it ran. */
final class SecondAdvice {

  private SecondAdvice() {}

  @Advice.OnMethodEnter
  static void enter() {
    Recorder.record("second");
  }
}
