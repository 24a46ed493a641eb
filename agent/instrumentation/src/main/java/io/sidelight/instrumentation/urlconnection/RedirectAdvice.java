package io.sidelight.instrumentation.urlconnection;

import net.bytebuddy.asm.Advice;

/** Around {@code followRedirect0}, which connects to where an answer points to. */
final class RedirectAdvice {

  private RedirectAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This Object connection, @Advice.Argument(1) int status) {
    ConnectionCall call = ConnectionCall.of(connection);
    if (call != null) {
      call.redirecting(status);
    }
  }

  @Advice.OnMethodExit
  static void exit(@Advice.This Object connection, @Advice.Return boolean followed) {
    ConnectionCall call = followed ? ConnectionCall.of(connection) : null;
    if (call != null) {
      call.redirected();
    }
  }
}
