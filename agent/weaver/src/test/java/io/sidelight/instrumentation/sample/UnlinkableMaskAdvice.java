package io.sidelight.instrumentation.sample;

import net.bytebuddy.asm.Advice;
import sample.library.Scenarios;

/** Extends a type that an older version of the library does not have. */
final class UnlinkableMaskAdvice extends Scenarios.Added {

  private UnlinkableMaskAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static String exit() {
    return "masked";
  }
}
