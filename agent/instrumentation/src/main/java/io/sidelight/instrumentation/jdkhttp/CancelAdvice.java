package io.sidelight.instrumentation.jdkhttp;

import net.bytebuddy.asm.Advice;

/**
 * After {@code MultiExchange.cancel}: the application has cancelled the future, or was interrupted
 * in {@code send}.
 */
final class CancelAdvice {

  private CancelAdvice() {}

  @Advice.OnMethodExit
  static void exit(
      @Advice.FieldValue("responseHandler") Object handler, @Advice.Return boolean cancelled) {
    ClientCall call = cancelled ? ClientCall.of(handler) : null;
    if (call != null) {
      call.cancelled();
    }
  }
}
