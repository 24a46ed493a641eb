package io.sidelight.instrumentation.okhttp;

import net.bytebuddy.asm.Advice;
import okhttp3.Call;
import okhttp3.Response;

/** {@code Exchange.responseHeadersEnd}: a server has answered, and OkHttp may go on from there. */
final class AnswerAdvice {

  private AnswerAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("call") Call call, @Advice.Argument(0) Response response) {
    TrackedCall tracked = TrackedCall.OPEN.get(call);
    if (tracked != null) {
      tracked.answered(response);
    }
  }
}
