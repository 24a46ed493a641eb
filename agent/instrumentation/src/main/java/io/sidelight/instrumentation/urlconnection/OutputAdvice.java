package io.sidelight.instrumentation.urlconnection;

import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around {@code getOutputStream}, which connects, and writes the headers of a streamed body. */
final class OutputAdvice {

  private OutputAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This HttpURLConnection connection) {
    return Inside.enter(connection);
  }

  /** Where it throws after an answer, such as 417, that has been closed. */
  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object inside,
      @Advice.This Object connection,
      @Advice.FieldValue("responseCode") int status,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (inside == null) {
      return;
    }
    ((Inside) inside).leave();
    ConnectionCall call = thrown == null ? null : ConnectionCall.of(connection);
    if (thrown != null && call != null) {
      call.thrown(thrown, status, true);
    }
  }
}
