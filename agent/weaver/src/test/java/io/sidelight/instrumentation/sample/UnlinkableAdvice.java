package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;
import sample.library.Scenarios;

/** Extends a type that an older version of the library does not have. */
final class UnlinkableAdvice extends Scenarios.Added {

  private UnlinkableAdvice() {}

  @Advice.OnMethodEnter
  static void enter() {
    Recorder.record("enter");
  }
}
