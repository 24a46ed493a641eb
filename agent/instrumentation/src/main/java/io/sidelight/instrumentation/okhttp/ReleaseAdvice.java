package io.sidelight.instrumentation.okhttp;

import java.io.IOException;
import net.bytebuddy.asm.Advice;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * {@code RealCall.maybeReleaseConnection}: {@link CallDoneAdvice} in the first releases of 4.4 and
 * later, where the method also comes by in between.
 */
final class ReleaseAdvice {

  private ReleaseAdvice() {}

  @Advice.OnMethodExit
  static void exit(
      @Advice.This Call call,
      @Advice.FieldValue("noMoreExchanges") boolean noMoreExchanges,
      @Advice.FieldValue("exchange") @Nullable Object exchange,
      @Advice.Argument(0) @Nullable IOException cause,
      @Advice.Return @Nullable IOException seen) {
    if (noMoreExchanges && exchange == null) {
      CallDoneAdvice.exit(call, cause, seen);
    }
  }
}
