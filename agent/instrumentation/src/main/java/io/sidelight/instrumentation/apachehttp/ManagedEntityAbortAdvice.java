package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;

/** Before {@code streamAbort} of {@code BasicManagedEntity}, see {@link ReadAdvice}. */
final class ManagedEntityAbortAdvice {

  private ManagedEntityAbortAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This Object entity) {
    ClassicCall.breaking(entity);
    ClassicCall.released(entity);
  }
}
