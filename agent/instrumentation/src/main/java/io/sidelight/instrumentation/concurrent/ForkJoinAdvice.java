package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import io.sidelight.request.JdkTasks;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import java.util.concurrent.ForkJoinPool;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for {@code ForkJoinPool} and its tasks. */
final class ForkJoinAdvice {

  private ForkJoinAdvice() {}

  /** Before {@code ForkJoinTask.fork}. */
  @AdviceOn(
      type = "java.util.concurrent.ForkJoinTask",
      method = "fork",
      descriptor = "()Ljava/util/concurrent/ForkJoinTask;")
  static final class ForkAdvice {

    private ForkAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object task) {
      HandedOver.submitted(task);
    }
  }

  /**
   * Before {@code ForkJoinPool.externalSubmit}, which up to Java 17 every way of handing a task to
   * a pool comes to.
   */
  // Up to Java 17 all that is submitted, later a public method beside poolSubmit.
  @AdviceOn(
      type = "java.util.concurrent.ForkJoinPool",
      method = "externalSubmit",
      descriptor = "(Ljava/util/concurrent/ForkJoinTask;)Ljava/util/concurrent/ForkJoinTask;")
  static final class SubmitAdvice {

    private SubmitAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This ForkJoinPool pool, @Advice.Argument(0) @Nullable Object task) {
      if (task != null && !Carriers.areOf(pool)) {
        HandedOver.submitted(task);
      }
    }
  }

  /**
   * Before {@code ForkJoinPool.poolSubmit}, which from Java 21 on nearly every way of handing a
   * task to a pool comes to.
   */
  @AdviceOn(
      type = "java.util.concurrent.ForkJoinPool",
      method = "poolSubmit",
      descriptor = "(ZLjava/util/concurrent/ForkJoinTask;)Ljava/util/concurrent/ForkJoinTask;",
      in = Presence.SOME_VERSIONS)
  static final class PoolSubmitAdvice {

    private PoolSubmitAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This ForkJoinPool pool, @Advice.Argument(1) @Nullable Object task) {
      if (task != null && !Carriers.areOf(pool)) {
        HandedOver.submitted(task);
      }
    }
  }

  /** Before {@code ForkJoinPool.scheduleDelayedTask}, of Java 25. */
  @AdviceOn(
      type = "java.util.concurrent.ForkJoinPool",
      method = "scheduleDelayedTask",
      descriptor =
          "(Ljava/util/concurrent/DelayScheduler$ScheduledForkJoinTask;)"
              + "Ljava/util/concurrent/DelayScheduler$ScheduledForkJoinTask;",
      in = Presence.SOME_VERSIONS)
  static final class DelayAdvice {

    private DelayAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This ForkJoinPool pool, @Advice.Argument(0) Object task) {
      if (!Carriers.areOf(pool) && !JdkTasks.isPeriodic(task)) {
        HandedOver.submitted(task);
      }
    }
  }

  /**
   * Around {@code ForkJoinTask.doExec}, by which a task is run that was forked or submitted, but
   * also one that is invoked by another. Threads that carry virtual threads run nothing else.
   */
  // The one or the other: from Java 22 on without a result.
  @AdviceOn(
      type = "java.util.concurrent.ForkJoinTask",
      method = "doExec",
      descriptor = {"()I", "()V"},
      in = Presence.SOME_VERSIONS)
  static final class RunAdvice {

    private RunAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This Object task) {
      return Carriers.isCurrent() ? null : HandedOver.enterIfHandedOver(task);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /**
   * Around the methods in which a thread waits for a task or a future, and meanwhile helps: it runs
   * what is queued, whoever that belongs to. Of its own request there is nothing to run in there.
   */
  // The JDKs 11, 17, 21 and 25 have different names for it, or other parameters.
  @AdviceOn(
      type = "java.util.concurrent.CompletableFuture",
      method = "timedGet",
      descriptor = "(J)Ljava/lang/Object;")
  @AdviceOn(
      type = "java.util.concurrent.CompletableFuture",
      method = "waitingGet",
      descriptor = "(Z)Ljava/lang/Object;")
  @AdviceOn(
      type = "java.util.concurrent.ForkJoinPool",
      method = "awaitJoin",
      descriptor =
          "(Ljava/util/concurrent/ForkJoinPool$WorkQueue;"
              + "Ljava/util/concurrent/ForkJoinTask;J)I",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      type = "java.util.concurrent.ForkJoinPool",
      method = {"helpQuiesce", "helpQuiescePool"},
      descriptor = "(Ljava/util/concurrent/ForkJoinPool$WorkQueue;JZ)I",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      type = "java.util.concurrent.ForkJoinPool",
      method = "helpQuiescePool",
      descriptor = "(Ljava/util/concurrent/ForkJoinPool$WorkQueue;)V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      type = "java.util.concurrent.ForkJoinTask",
      method = "awaitDone",
      descriptor = {"(IJ)I", "(Ljava/util/concurrent/ForkJoinPool;ZZZJ)I", "(ZJ)I"},
      in = Presence.SOME_VERSIONS)
  static final class WaitAdvice {

    private WaitAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter() {
      return RequestScope.makeCurrent(null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }
}
