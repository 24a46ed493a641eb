package io.sidelight.instrumentation.urlconnection;

import net.bytebuddy.asm.Advice;

/** Before {@code close} of a body: the application wants no more of it. */
final class CloseAdvice {

  private CloseAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("this$0") Object connection) {
    ConnectionCall call = ConnectionCall.of(connection);
    if (call != null) {
      call.ended();
    }
  }
}
