package io.sidelight.instrumentation.okhttp;

import java.io.IOException;
import net.bytebuddy.asm.Advice;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** {@code Transmitter.maybeReleaseConnection}: {@link ReleaseAdvice} up to 4.3. */
final class TransmitterReleaseAdvice {

  private TransmitterReleaseAdvice() {}

  @Advice.OnMethodExit
  static void exit(
      @Advice.FieldValue("call") Call call,
      @Advice.FieldValue("noMoreExchanges") boolean noMoreExchanges,
      @Advice.FieldValue("exchange") @Nullable Object exchange,
      @Advice.Argument(0) @Nullable IOException cause,
      @Advice.Return @Nullable IOException seen) {
    ReleaseAdvice.exit(call, noMoreExchanges, exchange, cause, seen);
  }
}
