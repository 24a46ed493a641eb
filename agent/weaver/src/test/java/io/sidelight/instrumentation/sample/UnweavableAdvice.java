package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Asks for an argument that the method does not have. */
final class UnweavableAdvice {

  private UnweavableAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(5) String sixth) {
    Recorder.record("enter", sixth);
  }
}
