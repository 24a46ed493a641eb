package io.sidelight.instrumentation.urlconnection;

import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code getInputStream}, which every method calls that asks for something of the answer,
 * the connection itself included while it follows one.
 */
final class InputAdvice {

  private InputAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This HttpURLConnection connection) {
    return Inside.enter(connection);
  }

  /**
   * The fields are read, since asking the connection makes it act.
   *
   * @param client null when there is no body, or it has ended
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object inside,
      @Advice.This Object connection,
      @Advice.FieldValue("responseCode") int status,
      @Advice.FieldValue("http") @Nullable Object client,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (inside == null) {
      return;
    }
    ((Inside) inside).leave();
    ConnectionCall call = ConnectionCall.of(connection);
    if (call == null) {
      return;
    }
    if (thrown == null) {
      call.answered(status, client == null);
    } else {
      call.thrown(thrown, status, client == null);
    }
  }
}
