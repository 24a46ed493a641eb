package io.sidelight.instrumentation.serial;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Join points read in the sources of Guava 20 and 33.5, gRPC 1.20 and 1.76, Reactor 3.3.22 and 3.8,
 * RxJava 2.2.21 and 3.1.12. All are optional: a release without one of these classes or methods
 * loses IDs, and gets no wrong ones.
 */
public final class SerialExecutorsInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "serial-executors";
  public static final String SWITCH_HELP =
      "Whether that holds for the serial executors of Guava and gRPC, listeners"
          + " of Guava's futures, and `publishOn` and `observeOn` of Reactor and RxJava.";

  private static final String ADVICE = "io.sidelight.instrumentation.serial.";
  private static final String RUN = "()V";
  private static final String EXECUTE = "(Ljava/lang/Runnable;)V";

  /** Up to Guava 23, with a loop of another name. */
  private static final String GUAVA = "com.google.common.util.concurrent.SerializingExecutor";

  private static final String GUAVA_23 = "com.google.common.util.concurrent.SequentialExecutor";
  private static final String GRPC = "io.grpc.internal.SerializingExecutor";

  private static final String REACTOR = "reactor.core.publisher.";
  private static final String REACTOR_EXECUTOR = "reactor.core.scheduler.ExecutorScheduler$";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public void describe(LibraryNames names) {
    names.threadMakers("io.grpc.", "reactor.core.scheduler.");
    names.setUp(null, "com.google.common.base.Suppliers$", "com.google.common.cache.");
  }

  @Override
  public List<JoinPoint> joinPoints() {
    List<JoinPoint> all = new ArrayList<>();
    addExecutors(all);
    addListeners(all, "com.google.common.util.concurrent.AbstractFuture", "addListener");
    addListeners(all, "com.google.common.util.concurrent.ExecutionList", "add");
    addReactor(all);
    addRxJava(all, "io.reactivex.internal.");
    addRxJava(all, "io.reactivex.rxjava3.internal.");
    return all;
  }

  private static void addExecutors(List<JoinPoint> all) {
    for (String guava : new String[] {GUAVA, GUAVA_23}) {
      all.add(
          JoinPoint.optional(
              guava, "execute", EXECUTE, ADVICE + "SerialExecutorAdvice$EnqueueAdvice"));
      all.add(
          JoinPoint.optional(
              guava, "executeFirst", EXECUTE, ADVICE + "SerialExecutorAdvice$EnqueueAdvice"));
      all.add(loop(guava + "$QueueWorker"));
    }
    all.add(
        JoinPoint.optional(
            GRPC, "execute", EXECUTE, ADVICE + "SerialExecutorAdvice$EnqueueAdvice"));
    all.add(loop(GRPC));
  }

  private static void addListeners(List<JoinPoint> all, String className, String method) {
    String parameters = "(Ljava/lang/Runnable;Ljava/util/concurrent/Executor;)V";
    all.add(
        JoinPoint.optional(
            className, method, parameters, ADVICE + "FutureListenerAdvice$AddListenerAdvice"));
    all.add(
        JoinPoint.optional(
            className,
            "executeListener",
            parameters,
            ADVICE + "FutureListenerAdvice$ListenerAdvice"));
  }

  private static void addReactor(List<JoinPoint> all) {
    addOwned(all, REACTOR + "FluxPublishOn$PublishOnSubscriber");
    addOwned(all, REACTOR + "FluxPublishOn$PublishOnConditionalSubscriber");
    addOwned(all, REACTOR + "MonoPublishOn$PublishOnSubscriber");
    all.add(loop(REACTOR_EXECUTOR + "ExecutorSchedulerTrampolineWorker"));
    addOwned(all, REACTOR_EXECUTOR + "ExecutorTrackedRunnable");
  }

  private static void addRxJava(List<JoinPoint> all, String internal) {
    String operators = internal + "operators.";
    addOwned(all, operators + "flowable.FlowableObserveOn$BaseObserveOnSubscriber");
    addOwned(all, operators + "observable.ObservableObserveOn$ObserveOnObserver");
    addOwned(all, operators + "single.SingleObserveOn$ObserveOnSingleObserver");
    addOwned(all, operators + "maybe.MaybeObserveOn$ObserveOnMaybeObserver");
    addOwned(all, operators + "completable.CompletableObserveOn$ObserveOnCompletableObserver");
    addOwned(all, operators + "parallel.ParallelRunOn$RunOnSubscriber");
    addOwned(all, operators + "parallel.ParallelRunOn$RunOnConditionalSubscriber");
    String executor = internal + "schedulers.ExecutorScheduler$ExecutorWorker";
    all.add(loop(executor));
    addOwned(all, executor + "$BooleanRunnable");
    addOwned(all, executor + "$InterruptibleRunnable");
  }

  /** A loop over tasks that are bound to requests one by one. */
  private static JoinPoint loop(String className) {
    return JoinPoint.optional(className, "run", RUN, ADVICE + "SerialExecutorAdvice$LoopAdvice");
  }

  /** What runs for the request in which it was made, whoever wakes it. */
  private static void addOwned(List<JoinPoint> all, String className) {
    all.add(JoinPoint.anyOverload(className, "<init>", ADVICE + "SerialExecutorAdvice$MadeAdvice"));
    all.add(
        JoinPoint.optional(className, "run", RUN, ADVICE + "SerialExecutorAdvice$OwnedRunAdvice"));
  }
}
