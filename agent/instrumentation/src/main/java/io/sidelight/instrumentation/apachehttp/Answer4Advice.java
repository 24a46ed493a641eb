package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.apache.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Around {@code responseReceived} of an exchange of HttpAsyncClient. */
final class Answer4Advice {

  private Answer4Advice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.This Object handler, @Advice.Argument(0) HttpResponse response) {
    AsyncCall call = AsyncCall.OPEN.get(handler);
    if (call == null) {
      return null;
    }
    if (!call.isTunnelling()) {
      call.answered(response.getStatusLine().getStatusCode());
    }
    return call.resume();
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object entered) {
    AsyncCall.leave(entered);
  }
}
