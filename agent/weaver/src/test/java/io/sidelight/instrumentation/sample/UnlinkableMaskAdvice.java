package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;
import sample.library.Scenarios;

/** Extends a type that an older version of the library does not have. */
final class UnlinkableMaskAdvice extends Scenarios.Added {

  private UnlinkableMaskAdvice() {}

  @Advice.OnMethodExit
  static String exit() {
    return "masked";
  }
}
