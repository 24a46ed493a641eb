package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Takes what may be anything for a string. */
final class NarrowAdvice {

  private NarrowAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) String in) {
    Recorder.record(in);
  }
}
