package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import io.sidelight.weaver.AdviceOn;
import java.util.concurrent.RunnableScheduledFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for {@code ThreadPoolExecutor} and {@code ScheduledThreadPoolExecutor}. */
final class ThreadPoolAdvice {

  private ThreadPoolAdvice() {}

  /**
   * Before {@code ThreadPoolExecutor.execute}, which every way of handing a task to such a pool
   * comes to.
   */
  @AdviceOn(
      type = "java.util.concurrent.ThreadPoolExecutor",
      method = "execute",
      descriptor = "(Ljava/lang/Runnable;)V")
  static final class ExecuteAdvice {

    private ExecuteAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) Object task) {
      if (task != null) {
        HandedOver.submitted(task);
      }
    }
  }

  /**
   * Before {@code ScheduledThreadPoolExecutor.delayedExecute}. What is run again and again belongs
   * to no request, whichever has started it.
   */
  @AdviceOn(
      type = "java.util.concurrent.ScheduledThreadPoolExecutor",
      method = "delayedExecute",
      descriptor = "(Ljava/util/concurrent/RunnableScheduledFuture;)V")
  static final class ScheduleAdvice {

    private ScheduleAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) RunnableScheduledFuture<?> task) {
      if (!task.isPeriodic()) {
        HandedOver.submitted(task);
      }
    }
  }

  /**
   * Before {@code ThreadPoolExecutor.reject}: what the handler does with the task is its own
   * affair.
   */
  @AdviceOn(
      type = "java.util.concurrent.ThreadPoolExecutor",
      method = "reject",
      descriptor = "(Ljava/lang/Runnable;)V")
  static final class RejectAdvice {

    private RejectAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) Object task) {
      HandedOver.rejected(task);
    }
  }

  /** After {@code ThreadPoolExecutor.remove}. */
  @AdviceOn(
      type = "java.util.concurrent.ThreadPoolExecutor",
      method = "remove",
      descriptor = "(Ljava/lang/Runnable;)Z")
  static final class RemoveAdvice {

    private RemoveAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Argument(0) Object task, @Advice.Return boolean removed) {
      if (removed) {
        HandedOver.removed(task);
      }
    }
  }

  /**
   * Around {@code ThreadPoolExecutor.Worker.run}, the life of a pool's thread. It may begin with a
   * task that never was in the queue, and whoever made the thread is nothing to it.
   */
  @AdviceOn(
      type = "java.util.concurrent.ThreadPoolExecutor$Worker",
      method = "run",
      descriptor = "()V")
  static final class WorkerAdvice {

    private WorkerAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("firstTask") @Nullable Object task) {
      HandedOver.goOnTo(task);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit() {
      HandedOver.goOnTo(null);
    }
  }

  /**
   * Around {@code ThreadPoolExecutor.getTask}, in which a pool's thread waits for work: it has done
   * with one task when it asks, and goes on to the next when it is answered. So the hooks before
   * and after a task are part of its request too.
   */
  @AdviceOn(
      type = "java.util.concurrent.ThreadPoolExecutor",
      method = "getTask",
      descriptor = "()Ljava/lang/Runnable;")
  static final class NextTaskAdvice {

    private NextTaskAdvice() {}

    @Advice.OnMethodEnter
    static void enter() {
      HandedOver.goOnTo(null);
    }

    @Advice.OnMethodExit
    static void exit(@Advice.Return @Nullable Object task) {
      HandedOver.goOnTo(task);
    }
  }
}
