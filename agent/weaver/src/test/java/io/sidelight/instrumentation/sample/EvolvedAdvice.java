package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;
import sample.library.Scenarios;

/** Calls a method that an older version of the library does not have. */
final class EvolvedAdvice {

  private EvolvedAdvice() {}

  @Advice.OnMethodEnter
  static void enter() {
    Recorder.record("enter");
    Scenarios.Evolved.added();
    Recorder.record("added");
  }
}
