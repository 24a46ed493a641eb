package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code execute} for requests and responses with their whole body. In 5.0 the future that
 * it returns is one of its own, and cancelling that is all that the client ever hears of it.
 */
final class SimpleExecute5Advice {

  private SimpleExecute5Advice() {}

  /** Returns the call, null inside of another, and what replaces the callback. */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(value = 2, index = 1))
  static @Nullable Object[] enter(@Advice.Argument(2) @Nullable FutureCallback<?> callback) {
    AsyncCall call = AsyncCall.enterUnlessInside();
    return new @Nullable Object[] {call, callback(callback)};
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object @Nullable [] entered,
      @Advice.Thrown @Nullable Throwable thrown) {
    AsyncCall.leaveClient(entered, thrown);
  }

  /** Null to leave the callback as it is. */
  static @Nullable FutureCallback<?> callback(@Nullable FutureCallback<?> application) {
    AsyncCall call = AsyncCall.currentAsync();
    return call == null || call.isBegun() || application instanceof ResultCallback5
        ? null
        : new ResultCallback5(call, application);
  }
}
