package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;

/** Masks what the method has made, or fails. */
final class MaskAdvice {

  private MaskAdvice() {}

  @Advice.OnMethodExit
  static String exit(@Advice.Return String rendered) {
    if (rendered.startsWith("hostile")) {
      throw new IllegalStateException("masking failed");
    }
    return "masked";
  }
}
