package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Meets a fatal error of the JVM. */
final class FatalAdvice {

  private FatalAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) String in) {
    if (in.equals("fatal")) {
      throw Recorder.FATAL;
    }
  }
}
