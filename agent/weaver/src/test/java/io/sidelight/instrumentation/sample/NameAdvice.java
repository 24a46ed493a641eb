package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.JoinPointLabel;
import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Told which join point it is at. */
final class NameAdvice {

  private NameAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@JoinPointLabel String label) {
    Recorder.record(label);
  }
}
