package io.sidelight.instrumentation.okhttp;

import net.bytebuddy.asm.Advice;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code RealCall.getResponseWithInterceptorChain}: all that a call does up to the headers, on one
 * thread, synchronous or not.
 */
final class ChainAdvice {

  private ChainAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This Call call) {
    TrackedCall tracked = TrackedCall.OPEN.get(call);
    if (tracked != null) {
      tracked.enterChain();
    }
    return tracked;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object tracked,
      @Advice.Return @Nullable Response response,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (tracked != null) {
      ((TrackedCall) tracked).leaveChain(response, thrown);
    }
  }
}
