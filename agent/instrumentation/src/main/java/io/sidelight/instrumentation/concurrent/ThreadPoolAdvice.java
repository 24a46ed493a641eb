package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
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
  static final class RejectAdvice {

    private RejectAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) Object task) {
      HandedOver.rejected(task);
    }
  }

  /** After {@code ThreadPoolExecutor.remove}. */
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
