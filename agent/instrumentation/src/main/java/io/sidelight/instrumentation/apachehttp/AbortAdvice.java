package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;

/** Before {@code cancel}, by which {@code abort} of a request reaches its connection. */
final class AbortAdvice {

  private AbortAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This Object holder) {
    ClassicCall.aborted(holder);
    ClassicCall.released(holder);
  }
}
