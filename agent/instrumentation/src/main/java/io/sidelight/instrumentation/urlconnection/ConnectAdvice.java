package io.sidelight.instrumentation.urlconnection;

import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code connect}, which the application calls, or another method of the connection, or a
 * redirect.
 */
final class ConnectAdvice {

  private ConnectAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.This HttpURLConnection connection,
      @Advice.FieldValue("connected") boolean connected) {
    if (!connected) {
      ConnectionCall.connecting(connection);
    }
    return Inside.enter(connection);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object inside,
      @Advice.This Object connection,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (inside == null) {
      return;
    }
    ((Inside) inside).leave();
    ConnectionCall call = thrown == null ? null : ConnectionCall.of(connection);
    if (thrown != null && call != null) {
      call.thrown(thrown, -1, true);
    }
  }
}
