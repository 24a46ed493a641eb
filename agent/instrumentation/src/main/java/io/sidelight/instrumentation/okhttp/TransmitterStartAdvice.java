package io.sidelight.instrumentation.okhttp;

import net.bytebuddy.asm.Advice;
import okhttp3.Call;

/** {@code Transmitter.callStart}: {@link CallStartAdvice} up to 4.3. */
final class TransmitterStartAdvice {

  private TransmitterStartAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.FieldValue("call") Call call) {
    TrackedCall.begin(call);
  }
}
