package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;
import io.sidelight.weaver.Recorder;
import sample.library.Scenarios;

/** Extends a type that an older version of the library does not have. */
final class UnlinkableAdvice extends Scenarios.Added {

  private UnlinkableAdvice() {}

  @Advice.OnMethodEnter
  static void enter() {
    Recorder.record("enter");
  }
}
