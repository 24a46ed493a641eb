package io.sidelight.instrumentation.sample;

import net.bytebuddy.asm.Advice;

/** Masks what the method has made, or fails. */
final class MaskAdvice {

  private MaskAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static String exit(@Advice.Return String rendered) {
    if (rendered.startsWith("hostile")) {
      throw new IllegalStateException("masking failed");
    }
    return "masked";
  }
}
