package io.sidelight.instrumentation.urlconnection;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After methods of the stream that takes a streamed request body, where they throw. */
final class WriteAdvice {

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
