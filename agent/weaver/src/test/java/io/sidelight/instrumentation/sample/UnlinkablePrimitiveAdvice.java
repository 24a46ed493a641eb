package io.sidelight.instrumentation.sample;

import net.bytebuddy.asm.Advice;
import sample.library.Scenarios;

/** The same with a primitive value carried from enter to exit. */
final class UnlinkablePrimitiveAdvice extends Scenarios.Added {

  private UnlinkablePrimitiveAdvice() {}

  @Advice.OnMethodEnter
  static int enter() {
    return 1;
  }

  @Advice.OnMethodExit
  static void exit(@Advice.Enter int token) {}
}
