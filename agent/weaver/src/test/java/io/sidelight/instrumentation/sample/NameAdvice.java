package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;
import io.sidelight.weaver.Recorder;

/** Told which join point it is at. */
final class NameAdvice {

  private NameAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Name String label) {
    Recorder.record(label);
  }
}
