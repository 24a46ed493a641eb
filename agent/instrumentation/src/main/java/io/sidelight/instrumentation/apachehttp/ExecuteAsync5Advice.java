package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.jspecify.annotations.Nullable;

/** Around {@code doExecute} of the clients of version 5 that don't block. */
final class ExecuteAsync5Advice {

  private ExecuteAsync5Advice() {}

  /**
   * Returns the call, null inside of a convenience method that has made it, and what replaces the
   * consumer and the callback.
   */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments({
    @ToArgument(value = 2, index = 1),
    @ToArgument(value = 5, index = 2)
  })
  static @Nullable Object[] enter(
      @Advice.Argument(2) @Nullable AsyncResponseConsumer<?> consumer,
      @Advice.Argument(5) @Nullable FutureCallback<?> callback) {
    AsyncCall call = AsyncCall.enterUnlessInside();
    return new @Nullable Object[] {
      call, followed(consumer), SimpleExecute5Advice.callback(callback)
    };
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object @Nullable [] entered,
      @Advice.Thrown @Nullable Throwable thrown) {
    AsyncCall.leaveClient(entered, thrown);
  }

  private static @Nullable AsyncResponseConsumer<?> followed(
      @Nullable AsyncResponseConsumer<?> consumer) {
    AsyncCall call = AsyncCall.currentAsync();
    return call == null || call.isBegun() || consumer == null
        ? null
        : new ResponseConsumer5<>(call, consumer);
  }
}
