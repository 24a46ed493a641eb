package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.NewThreads;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Join points read in the sources of JDK 11, 17 and 25, those of {@code ForkJoinPool} in 21 too.
 * Seven classes, woven when the application first uses them.
 */
public final class ConcurrentInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "concurrent";
  public static final String SWITCH_HELP =
      "Whether work that a request hands to other threads stays part of it.";

  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
  private static final String SCHEDULED_POOL = "java.util.concurrent.ScheduledThreadPoolExecutor";
  private static final String FORK_JOIN_POOL = "java.util.concurrent.ForkJoinPool";
  private static final String FORK_JOIN_TASK = "java.util.concurrent.ForkJoinTask";
  private static final String FUTURE = "java.util.concurrent.CompletableFuture";
  private static final String DEPENDENT = FUTURE + "$UniCompletion";

  private static final String TASK = "Ljava/util/concurrent/ForkJoinTask;";
  private static final String QUEUE = "Ljava/util/concurrent/ForkJoinPool$WorkQueue;";
  private static final String DELAYED_TASK =
      "Ljava/util/concurrent/DelayScheduler$ScheduledForkJoinTask;";
  private static final String ADVICE = "io.sidelight.instrumentation.concurrent.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public List<JoinPoint> joinPoints() {
    List<JoinPoint> all = new ArrayList<>();
    addThreadPools(all);
    addForkJoin(all);
    addWaiting(all);
    addFutures(all);
    return all;
  }

  @Override
  public void switched(boolean on) {
    NewThreads.follow(on);
  }

  private static void addThreadPools(List<JoinPoint> all) {
    String runnable = "(Ljava/lang/Runnable;)";
    all.add(
        JoinPoint.of(POOL, "execute", runnable + "V", ADVICE + "ThreadPoolAdvice$ExecuteAdvice"));
    all.add(JoinPoint.of(POOL, "reject", runnable + "V", ADVICE + "ThreadPoolAdvice$RejectAdvice"));
    all.add(JoinPoint.of(POOL, "remove", runnable + "Z", ADVICE + "ThreadPoolAdvice$RemoveAdvice"));
    all.add(
        JoinPoint.of(
            POOL, "getTask", "()Ljava/lang/Runnable;", ADVICE + "ThreadPoolAdvice$NextTaskAdvice"));
    all.add(JoinPoint.of(POOL + "$Worker", "run", "()V", ADVICE + "ThreadPoolAdvice$WorkerAdvice"));
    all.add(
        JoinPoint.of(
            SCHEDULED_POOL,
            "delayedExecute",
            "(Ljava/util/concurrent/RunnableScheduledFuture;)V",
            ADVICE + "ThreadPoolAdvice$ScheduleAdvice"));
  }

  private static void addForkJoin(List<JoinPoint> all) {
    all.add(
        JoinPoint.of(FORK_JOIN_TASK, "fork", "()" + TASK, ADVICE + "ForkJoinAdvice$ForkAdvice"));
    // The one or the other: from Java 22 on without a result.
    all.add(
        JoinPoint.optional(FORK_JOIN_TASK, "doExec", "()I", ADVICE + "ForkJoinAdvice$RunAdvice"));
    all.add(
        JoinPoint.optional(FORK_JOIN_TASK, "doExec", "()V", ADVICE + "ForkJoinAdvice$RunAdvice"));
    // Up to Java 17 all that is submitted, later a public method beside the others.
    all.add(
        JoinPoint.of(
            FORK_JOIN_POOL,
            "externalSubmit",
            "(" + TASK + ")" + TASK,
            ADVICE + "ForkJoinAdvice$SubmitAdvice"));
    all.add(
        JoinPoint.optional(
            FORK_JOIN_POOL,
            "poolSubmit",
            "(Z" + TASK + ")" + TASK,
            ADVICE + "ForkJoinAdvice$PoolSubmitAdvice"));
    all.add(
        JoinPoint.optional(
            FORK_JOIN_POOL,
            "scheduleDelayedTask",
            "(" + DELAYED_TASK + ")" + DELAYED_TASK,
            ADVICE + "ForkJoinAdvice$DelayAdvice"));
  }

  /** The versions have different names for it. */
  private static void addWaiting(List<JoinPoint> all) {
    String join = "(" + QUEUE + TASK + "J)I";
    all.add(waiting(FORK_JOIN_POOL, "awaitJoin", join)); // 11
    all.add(waiting(FORK_JOIN_POOL, "helpQuiescePool", "(" + QUEUE + ")V")); // 11
    all.add(
        waiting(FORK_JOIN_TASK, "awaitDone", "(Ljava/util/concurrent/ForkJoinPool;ZZZJ)I")); // 17
    all.add(waiting(FORK_JOIN_POOL, "helpQuiescePool", "(" + QUEUE + "JZ)I")); // 17
    all.add(waiting(FORK_JOIN_TASK, "awaitDone", "(IJ)I")); // 21
    all.add(waiting(FORK_JOIN_TASK, "awaitDone", "(ZJ)I")); // 25
    all.add(waiting(FORK_JOIN_POOL, "helpQuiesce", "(" + QUEUE + "JZ)I")); // 21, 25
    all.add(
        JoinPoint.of(
            FUTURE, "waitingGet", "(Z)Ljava/lang/Object;", ADVICE + "ForkJoinAdvice$WaitAdvice"));
    all.add(
        JoinPoint.of(
            FUTURE, "timedGet", "(J)Ljava/lang/Object;", ADVICE + "ForkJoinAdvice$WaitAdvice"));
  }

  private static JoinPoint waiting(String className, String method, String descriptor) {
    return JoinPoint.optional(className, method, descriptor, ADVICE + "ForkJoinAdvice$WaitAdvice");
  }

  private static void addFutures(List<JoinPoint> all) {
    all.add(
        JoinPoint.of(
            DEPENDENT,
            "<init>",
            "(Ljava/util/concurrent/Executor;Ljava/util/concurrent/CompletableFuture;"
                + "Ljava/util/concurrent/CompletableFuture;)V",
            ADVICE + "FutureAdvice$DependentAdvice"));
    all.add(JoinPoint.of(DEPENDENT, "claim", "()Z", ADVICE + "FutureAdvice$ClaimAdvice"));
    all.add(JoinPoint.of(FUTURE, "postComplete", "()V", ADVICE + "FutureAdvice$CompleteAdvice"));
  }
}
