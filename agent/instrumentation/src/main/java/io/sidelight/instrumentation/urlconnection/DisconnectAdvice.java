package io.sidelight.instrumentation.urlconnection;

import net.bytebuddy.asm.Advice;

/**
 * Before {@code disconnect}, which another thread may call to end what this one waits for: that
 * sees a broken connection after this.
 */
final class DisconnectAdvice {

  private DisconnectAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This Object connection) {
    ConnectionCall call = ConnectionCall.of(connection);
    if (call != null) {
      call.disconnected();
    }
  }
}
