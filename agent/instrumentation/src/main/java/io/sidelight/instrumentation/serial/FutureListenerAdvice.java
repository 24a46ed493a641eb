package io.sidelight.instrumentation.serial;

import io.sidelight.request.HandedOver;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for listeners of Guava's futures. */
final class FutureListenerAdvice {

  private FutureListenerAdvice() {}

  /** Before a listener is added to a future, which another request may complete. */
  @AdviceOn(
      type = "com.google.common.util.concurrent.AbstractFuture",
      method = "addListener",
      descriptor = "(Ljava/lang/Runnable;Ljava/util/concurrent/Executor;)V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      type = "com.google.common.util.concurrent.ExecutionList",
      method = "add",
      descriptor = "(Ljava/lang/Runnable;Ljava/util/concurrent/Executor;)V",
      in = Presence.SOME_VERSIONS)
  static final class AddListenerAdvice {

    private AddListenerAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) @Nullable Runnable listener) {
      if (listener != null) {
        HandedOver.submitted(listener);
      }
    }
  }

  /**
   * Around the hand-over of a listener to its executor, on the thread that has completed the
   * future.
   */
  @AdviceOn(
      type = {
        "com.google.common.util.concurrent.AbstractFuture",
        "com.google.common.util.concurrent.ExecutionList"
      },
      method = "executeListener",
      descriptor = "(Ljava/lang/Runnable;Ljava/util/concurrent/Executor;)V",
      in = Presence.SOME_VERSIONS)
  static final class ListenerAdvice {

    private ListenerAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) Runnable listener) {
      return HandedOver.enterRun(listener);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }
}
