package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;

/** After the constructor of what holds a connection of version 4 until the body has been read. */
final class HoldAdvice {

  private HoldAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Object holder) {
    ClassicCall call = ClassicCall.currentClassic();
    if (call != null) {
      call.holding(holder);
    }
  }
}
