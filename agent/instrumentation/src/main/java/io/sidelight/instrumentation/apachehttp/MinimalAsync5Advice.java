package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code execute} of the minimal clients of version 5 that don't block: one exchange, no
 * retries, no redirects.
 */
final class MinimalAsync5Advice {

  private MinimalAsync5Advice() {}

  /**
   * Returns the call, null inside of {@code doExecute}, which has made it, and what replaces the
   * handler.
   */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(value = 0, index = 1))
  static @Nullable Object[] enter(
      @Advice.Argument(0) @Nullable AsyncClientExchangeHandler handler) {
    AsyncCall call = AsyncCall.enterUnlessInside();
    if (call != null) {
      call.endsWithBody();
    }
    AsyncCall current = AsyncCall.currentAsync();
    return new @Nullable Object[] {
      call, current == null || handler == null ? null : new ExchangeHandler5(handler, current, true)
    };
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object @Nullable [] entered,
      @Advice.Thrown @Nullable Throwable thrown) {
    AsyncCall.leaveClient(entered, thrown);
  }
}
