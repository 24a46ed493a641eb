package io.sidelight.instrumentation.okhttp;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * {@code RealCall.AsyncCall}: what is done for an asynchronous call, its callback included, is done
 * for the request that has made it. That it is handed over is, too: the thread that does it may
 * just have finished another call and be in the request of that one.
 */
final class AsyncCallAdvice {

  private AsyncCallAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.FieldValue("this$0") Call call) {
    TrackedCall tracked = TrackedCall.OPEN.get(call);
    return tracked == null ? null : new Entered(tracked, RequestScope.enter(tracked.scope()));
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (entered != null) {
      ((Entered) entered).leave(thrown);
    }
  }

  /** A thread inside the request of a call. */
  static final class Entered {

    private final TrackedCall tracked;
    private final @Nullable RequestScope previous;

    private Entered(TrackedCall tracked, @Nullable RequestScope previous) {
      this.tracked = tracked;
      this.previous = previous;
    }

    private void leave(@Nullable Throwable thrown) {
      RequestScope.enter(previous);
      if (thrown != null) {
        tracked.notStarted(thrown);
      }
    }
  }
}
