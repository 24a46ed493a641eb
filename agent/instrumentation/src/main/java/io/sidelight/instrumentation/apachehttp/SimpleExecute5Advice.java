package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.Advice;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code execute} for requests and responses with their whole body. In 5.0 the future that
 * it returns is one of its own, and cancelling that is all that the client ever hears of it.
 */
final class SimpleExecute5Advice {

  private SimpleExecute5Advice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter() {
    return AsyncCall.enterUnlessInside();
  }

  @Advice.ReplaceArgument(2)
  static @Nullable FutureCallback<?> replace(
      @Advice.Argument(2) @Nullable FutureCallback<?> application) {
    return callback(application);
  }

  @Advice.OnMethodExit(onThrowable = true)
  static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (entered != null) {
      ((AsyncCall) entered).leaveClient(thrown);
    }
  }

  /** Null to leave the callback as it is. */
  static @Nullable FutureCallback<?> callback(@Nullable FutureCallback<?> application) {
    AsyncCall call = AsyncCall.currentAsync();
    return call == null || call.isBegun() || application instanceof ResultCallback5
        ? null
        : new ResultCallback5(call, application);
  }
}
