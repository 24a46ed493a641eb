package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.apache.http.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/** Around {@code execute} of the clients of HttpAsyncClient, which all overloads lead to. */
final class ExecuteAsync4Advice {

  private ExecuteAsync4Advice() {}

  /** Returns the call, null inside of another overload, and what replaces the callback. */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(value = 3, index = 1))
  static @Nullable Object[] enter(@Advice.Argument(3) @Nullable FutureCallback<?> callback) {
    AsyncCall call = AsyncCall.enterUnlessInside();
    AsyncCall current = AsyncCall.currentAsync();
    return new @Nullable Object[] {
      call, current == null || current.isBegun() ? null : new ResultCallback4(current, callback)
    };
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object @Nullable [] entered,
      @Advice.Thrown @Nullable Throwable thrown) {
    AsyncCall.leaveClient(entered, thrown);
  }
}
