package io.sidelight.instrumentation.urlconnection;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code read} of a body, which the other ways to read it come to. */
final class ReadAdvice {

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
