package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.Advice;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.jspecify.annotations.Nullable;

/** Around {@code doExecute} of the clients of version 5 that don't block. */
final class ExecuteAsync5Advice {

  private ExecuteAsync5Advice() {}

  /** Returns null inside of a convenience method that has made the call. */
  @Advice.OnMethodEnter
  static @Nullable Object enter() {
    return AsyncCall.enterUnlessInside();
  }

  @Advice.ReplaceArgument(2)
  static @Nullable AsyncResponseConsumer<?> consumer(
      @Advice.Argument(2) @Nullable AsyncResponseConsumer<?> application) {
    AsyncCall call = AsyncCall.currentAsync();
    return call == null || call.isBegun() || application == null
        ? null
        : new ResponseConsumer5<>(call, application);
  }

  @Advice.ReplaceArgument(5)
  static @Nullable FutureCallback<?> replace(
      @Advice.Argument(5) @Nullable FutureCallback<?> application) {
    return SimpleExecute5Advice.callback(application);
  }

  @Advice.OnMethodExit(onThrowable = true)
  static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (entered != null) {
      ((AsyncCall) entered).leaveClient(thrown);
    }
  }
}
