package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;
import io.sidelight.weaver.Recorder;

/** Records that it ran. */
final class ThirdAdvice {

  private ThirdAdvice() {}

  @Advice.OnMethodEnter
  static void enter() {
    Recorder.record("third");
  }
}
