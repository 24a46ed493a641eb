package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.Advice;
import org.apache.http.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/** Around {@code execute} of the clients of HttpAsyncClient, which all overloads lead to. */
final class ExecuteAsync4Advice {

  private ExecuteAsync4Advice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter() {
    return AsyncCall.enterUnlessInside();
  }

  @Advice.ReplaceArgument(3)
  static @Nullable FutureCallback<?> replace(
      @Advice.Argument(3) @Nullable FutureCallback<?> application) {
    AsyncCall call = AsyncCall.currentAsync();
    return call == null || call.isBegun() ? null : new ResultCallback4(call, application);
  }

  @Advice.OnMethodExit(onThrowable = true)
  static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (entered != null) {
      ((AsyncCall) entered).leaveClient(thrown);
    }
  }
}
