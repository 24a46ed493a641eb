package io.sidelight.instrumentation.serial;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;

/** After the constructor of something that will run for whoever has made it. */
final class MadeAdvice {

  private MadeAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Object made) {
    HandedOver.bind(made);
  }
}
