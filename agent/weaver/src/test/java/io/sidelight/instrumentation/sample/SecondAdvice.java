package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;
import io.sidelight.weaver.Recorder;

/** Records that it ran. */
final class SecondAdvice {

  private SecondAdvice() {}

  @Advice.OnMethodEnter
  static void enter() {
    Recorder.record("second");
  }
}
