package io.sidelight.instrumentation.urlconnection;

import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for the bodies of a connection. */
final class BodyAdvice {

  private BodyAdvice() {}

  /** After methods of the stream that takes a streamed request body, where they throw. */
  @AdviceOn(
      type = "sun.net.www.protocol.http.HttpURLConnection$StreamingOutputStream",
      method = "close",
      descriptor = "()V")
  @AdviceOn(
      type = "sun.net.www.protocol.http.HttpURLConnection$StreamingOutputStream",
      method = "write",
      descriptor = {"(I)V", "([BII)V"})
  static final class WriteAdvice {

    private WriteAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.FieldValue("this$0") Object connection, @Advice.Thrown @Nullable Throwable thrown) {
      ConnectionCall call = thrown == null ? null : ConnectionCall.of(connection);
      if (thrown != null && call != null) {
        call.failed(thrown);
      }
    }
  }

  /** After {@code read} of a body, which the other ways to read it come to. */
  @AdviceOn(
      type = "sun.net.www.protocol.http.HttpURLConnection$HttpInputStream",
      method = "read",
      descriptor = "([BII)I")
  static final class ReadAdvice {

    private ReadAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.FieldValue("this$0") Object connection,
        @Advice.Return int count,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (thrown == null && count >= 0) {
        return;
      }
      ConnectionCall call = ConnectionCall.of(connection);
      if (call == null) {
        return;
      }
      if (thrown == null) {
        call.ended();
      } else {
        call.failed(thrown);
      }
    }
  }

  /** Before {@code close} of a body: the application wants no more of it. */
  @AdviceOn(
      type = "sun.net.www.protocol.http.HttpURLConnection$HttpInputStream",
      method = "close",
      descriptor = "()V")
  static final class CloseAdvice {

    private CloseAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("this$0") Object connection) {
      ConnectionCall call = ConnectionCall.of(connection);
      if (call != null) {
        call.ended();
      }
    }
  }
}
