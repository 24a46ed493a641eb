package io.sidelight.instrumentation.okhttp;

import io.sidelight.dependency.OutboundCall;
import net.bytebuddy.asm.Advice;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * {@code Exchange.writeRequestHeaders}, once for each request that goes out. It knows the call, and
 * tells {@link CodecAdvice}, which doesn't.
 */
final class SendAdvice {

  private SendAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.FieldValue("call") Call call) {
    TrackedCall tracked = TrackedCall.OPEN.get(call);
    return tracked == null ? null : tracked.enterAttempt();
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object attempt) {
    if (attempt != null) {
      OutboundCall.leave(((Attempt) attempt).outer);
    }
  }

  /** An attempt on another thread than the one that the call is made on: an interceptor may. */
  static final class Attempt {

    private final @Nullable Object outer;

    Attempt(@Nullable Object outer) {
      this.outer = outer;
    }
  }
}
