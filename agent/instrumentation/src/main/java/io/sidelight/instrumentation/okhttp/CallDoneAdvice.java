package io.sidelight.instrumentation.okhttp;

import java.io.IOException;
import net.bytebuddy.asm.Advice;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * {@code RealCall.callDone}: the call is over, its body read to the end, closed or failed. The
 * exception that it returns is the one that the application sees.
 */
final class CallDoneAdvice {

  private CallDoneAdvice() {}

  @Advice.OnMethodExit
  static void exit(
      @Advice.This Call call,
      @Advice.Argument(0) @Nullable IOException cause,
      @Advice.Return @Nullable IOException seen) {
    TrackedCall tracked = TrackedCall.OPEN.get(call);
    if (tracked != null) {
      tracked.done(cause, seen);
    }
  }
}
