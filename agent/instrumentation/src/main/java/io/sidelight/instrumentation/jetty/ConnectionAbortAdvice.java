package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpConnection;

/** Before {@code HttpConnection.abort}, which 9.4 also calls without {@code HttpChannel.abort}. */
final class ConnectionAbortAdvice {

  private ConnectionAbortAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This HttpConnection connection) {
    AbortAdvice.enter(connection.getHttpChannel());
  }
}
