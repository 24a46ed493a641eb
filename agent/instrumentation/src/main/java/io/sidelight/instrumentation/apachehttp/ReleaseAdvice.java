package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;

/** Before a connection is given back, to be used again or to be closed. */
final class ReleaseAdvice {

  private ReleaseAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This Object holder) {
    ClassicCall.released(holder);
  }
}
