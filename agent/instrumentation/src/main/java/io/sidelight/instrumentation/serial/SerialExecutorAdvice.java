package io.sidelight.instrumentation.serial;

import io.sidelight.request.HandedOver;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/** Advice for executors that run one task after the other, and for operators that do so. */
final class SerialExecutorAdvice {

  private SerialExecutorAdvice() {}

  /** Before {@code execute} of a serial executor, whose queue nobody else sees. */
  // SerializingExecutor up to Guava 23, SequentialExecutor from then on.
  @AdviceOn(
      type = {
        "com.google.common.util.concurrent.SequentialExecutor",
        "com.google.common.util.concurrent.SerializingExecutor",
        "io.grpc.internal.SerializingExecutor"
      },
      method = "execute",
      descriptor = "(Ljava/lang/Runnable;)V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      type = {
        "com.google.common.util.concurrent.SequentialExecutor",
        "com.google.common.util.concurrent.SerializingExecutor"
      },
      method = "executeFirst",
      descriptor = "(Ljava/lang/Runnable;)V",
      in = Presence.SOME_VERSIONS)
  static final class EnqueueAdvice {

    private EnqueueAdvice() {}

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Runnable task(@Advice.Argument(0) @Nullable Runnable task) {
      return HandedOver.bound(task);
    }
  }

  /**
   * Around the loop of a serial executor. It belongs to nobody: it may have been woken by one
   * request and run tasks of others.
   */
  @AdviceOn(
      type = {
        "com.google.common.util.concurrent.SequentialExecutor$QueueWorker",
        "com.google.common.util.concurrent.SerializingExecutor$QueueWorker",
        "io.grpc.internal.SerializingExecutor",
        "io.reactivex.internal.schedulers.ExecutorScheduler$ExecutorWorker",
        "io.reactivex.rxjava3.internal.schedulers.ExecutorScheduler$ExecutorWorker",
        "reactor.core.scheduler.ExecutorScheduler$ExecutorSchedulerTrampolineWorker"
      },
      method = "run",
      descriptor = "()V",
      in = Presence.SOME_VERSIONS)
  static final class LoopAdvice {

    private LoopAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter() {
      return RequestScope.makeCurrent(null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /** After the constructor of something that will run for whoever has made it. */
  @AdviceOn(
      type = {
        "io.reactivex.internal.operators.completable.CompletableObserveOn$ObserveOnCompletableObserver",
        "io.reactivex.internal.operators.flowable.FlowableObserveOn$BaseObserveOnSubscriber",
        "io.reactivex.internal.operators.maybe.MaybeObserveOn$ObserveOnMaybeObserver",
        "io.reactivex.internal.operators.observable.ObservableObserveOn$ObserveOnObserver",
        "io.reactivex.internal.operators.parallel.ParallelRunOn$RunOnConditionalSubscriber",
        "io.reactivex.internal.operators.parallel.ParallelRunOn$RunOnSubscriber",
        "io.reactivex.internal.operators.single.SingleObserveOn$ObserveOnSingleObserver",
        "io.reactivex.internal.schedulers.ExecutorScheduler$ExecutorWorker$BooleanRunnable",
        "io.reactivex.internal.schedulers.ExecutorScheduler$ExecutorWorker$InterruptibleRunnable",
        "io.reactivex.rxjava3.internal.operators.completable.CompletableObserveOn$ObserveOnCompletableObserver",
        "io.reactivex.rxjava3.internal.operators.flowable.FlowableObserveOn$BaseObserveOnSubscriber",
        "io.reactivex.rxjava3.internal.operators.maybe.MaybeObserveOn$ObserveOnMaybeObserver",
        "io.reactivex.rxjava3.internal.operators.observable.ObservableObserveOn$ObserveOnObserver",
        "io.reactivex.rxjava3.internal.operators.parallel.ParallelRunOn$RunOnConditionalSubscriber",
        "io.reactivex.rxjava3.internal.operators.parallel.ParallelRunOn$RunOnSubscriber",
        "io.reactivex.rxjava3.internal.operators.single.SingleObserveOn$ObserveOnSingleObserver",
        "io.reactivex.rxjava3.internal.schedulers.ExecutorScheduler$ExecutorWorker$BooleanRunnable",
        "io.reactivex.rxjava3.internal.schedulers.ExecutorScheduler$ExecutorWorker$InterruptibleRunnable",
        "reactor.core.publisher.FluxPublishOn$PublishOnConditionalSubscriber",
        "reactor.core.publisher.FluxPublishOn$PublishOnSubscriber",
        "reactor.core.publisher.MonoPublishOn$PublishOnSubscriber",
        "reactor.core.scheduler.ExecutorScheduler$ExecutorTrackedRunnable"
      },
      method = "<init>")
  static final class MadeAdvice {

    private MadeAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object made) {
      HandedOver.bind(made);
    }
  }

  /**
   * Around {@code run} of a subscriber or task that was made inside a request, or outside of all.
   * The thread may be in the scope of another one, whose value has woken it.
   */
  @AdviceOn(
      type = {
        "io.reactivex.internal.operators.completable.CompletableObserveOn$ObserveOnCompletableObserver",
        "io.reactivex.internal.operators.flowable.FlowableObserveOn$BaseObserveOnSubscriber",
        "io.reactivex.internal.operators.maybe.MaybeObserveOn$ObserveOnMaybeObserver",
        "io.reactivex.internal.operators.observable.ObservableObserveOn$ObserveOnObserver",
        "io.reactivex.internal.operators.parallel.ParallelRunOn$RunOnConditionalSubscriber",
        "io.reactivex.internal.operators.parallel.ParallelRunOn$RunOnSubscriber",
        "io.reactivex.internal.operators.single.SingleObserveOn$ObserveOnSingleObserver",
        "io.reactivex.internal.schedulers.ExecutorScheduler$ExecutorWorker$BooleanRunnable",
        "io.reactivex.internal.schedulers.ExecutorScheduler$ExecutorWorker$InterruptibleRunnable",
        "io.reactivex.rxjava3.internal.operators.completable.CompletableObserveOn$ObserveOnCompletableObserver",
        "io.reactivex.rxjava3.internal.operators.flowable.FlowableObserveOn$BaseObserveOnSubscriber",
        "io.reactivex.rxjava3.internal.operators.maybe.MaybeObserveOn$ObserveOnMaybeObserver",
        "io.reactivex.rxjava3.internal.operators.observable.ObservableObserveOn$ObserveOnObserver",
        "io.reactivex.rxjava3.internal.operators.parallel.ParallelRunOn$RunOnConditionalSubscriber",
        "io.reactivex.rxjava3.internal.operators.parallel.ParallelRunOn$RunOnSubscriber",
        "io.reactivex.rxjava3.internal.operators.single.SingleObserveOn$ObserveOnSingleObserver",
        "io.reactivex.rxjava3.internal.schedulers.ExecutorScheduler$ExecutorWorker$BooleanRunnable",
        "io.reactivex.rxjava3.internal.schedulers.ExecutorScheduler$ExecutorWorker$InterruptibleRunnable",
        "reactor.core.publisher.FluxPublishOn$PublishOnConditionalSubscriber",
        "reactor.core.publisher.FluxPublishOn$PublishOnSubscriber",
        "reactor.core.publisher.MonoPublishOn$PublishOnSubscriber",
        "reactor.core.scheduler.ExecutorScheduler$ExecutorTrackedRunnable"
      },
      method = "run",
      descriptor = "()V",
      in = Presence.SOME_VERSIONS)
  static final class OwnedRunAdvice {

    private OwnedRunAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This Object owned) {
      return HandedOver.enterBound(owned);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }
}
