package io.sidelight.instrumentation.okhttp;

import net.bytebuddy.asm.Advice;
import okhttp3.Call;

/**
 * {@code RealCall.callStart}: the application makes a call. At its end, so that a call which the
 * application's event listener has stopped is none.
 */
final class CallStartAdvice {

  private CallStartAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Call call) {
    TrackedCall.begin(call);
  }
}
