package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.JoinPointLabel;
import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;
import sample.library.Shapes;

/** After a constructor. */
final class ConstructedAdvice {

  private ConstructedAdvice() {}

  @Advice.OnMethodExit
  static void exit(
      @Advice.This Shapes shapes, @Advice.Argument(0) String name, @JoinPointLabel String label) {
    Recorder.record("exit", shapes.seen.size(), name, label);
  }
}
