package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.Advice;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code execute} of the minimal clients of version 5 that don't block: one exchange, no
 * retries, no redirects.
 */
final class MinimalAsync5Advice {

  private MinimalAsync5Advice() {}

  /** Returns null inside of {@code doExecute}, which has made the call. */
  @Advice.OnMethodEnter
  static @Nullable Object enter() {
    AsyncCall call = AsyncCall.enterUnlessInside();
    if (call != null) {
      call.endsWithBody();
    }
    return call;
  }

  @Advice.ReplaceArgument(0)
  static @Nullable AsyncClientExchangeHandler replace(
      @Advice.Argument(0) @Nullable AsyncClientExchangeHandler handler) {
    AsyncCall call = AsyncCall.currentAsync();
    return call == null || handler == null ? null : new ExchangeHandler5(handler, call, true);
  }

  @Advice.OnMethodExit(onThrowable = true)
  static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (entered != null) {
      ((AsyncCall) entered).leaveClient(thrown);
    }
  }
}
