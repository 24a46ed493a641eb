package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;
import io.sidelight.weaver.Recorder;
import sample.library.Shapes;

/** After a constructor. */
final class ConstructedAdvice {

  private ConstructedAdvice() {}

  @Advice.OnMethodExit
  static void exit(
      @Advice.This Shapes shapes, @Advice.Argument(0) String name, @Advice.Name String label) {
    Recorder.record("exit", shapes.seen.size(), name, label);
  }
}
