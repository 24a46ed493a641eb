package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Records that it ran. */
final class ThirdAdvice {

  private ThirdAdvice() {}

  @Advice.OnMethodEnter
  static void enter() {
    Recorder.record("third");
  }
}
