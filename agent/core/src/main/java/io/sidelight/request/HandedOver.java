package io.sidelight.request;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks were handed to other threads by a request. A task stays the application's own object:
 * it is looked up here, by identity, when it is handed over and when it is run. It is held weakly,
 * so that one that is never run costs nothing in the end.
 *
 * <p>Work is followed only when it is handed over while its request runs. That ends the chains of
 * tasks that put themselves in the queue again, which would go on under the name of one request for
 * ever.
 *
 * <p>Nothing is looked up on a thread without a scope while the table is empty. No lock is held
 * while anything but this class and {@link Handover} runs. Thread-safe.
 */
public final class HandedOver {

  /** Stands for no scope where null says something else. */
  private static final Object NOBODY = new Object();

  private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

  /** Keys are hand-overs; they are looked up by {@link Handover.Key}. */
  private static final ConcurrentHashMap<Object, Handover> TABLE = new ConcurrentHashMap<>();

  private HandedOver() {}

  /** A task was handed over by this thread. A task of infrastructure is left alone. */
  public static void submitted(Object task) {
    RequestScope scope = RequestScope.current();
    if (scope == null || scope.isFinished()) {
      submittedByNobody(task);
    } else if (!Infrastructure.owns(task)) {
      submitted(task, scope);
    }
  }

  /** A run for nobody matters only between runs for somebody. */
  private static void submittedByNobody(Object task) {
    if (!TABLE.isEmpty() && TABLE.containsKey(new Handover.Key(task))) {
      add(task, null);
    }
  }

  /** A task was handed over that is known to be for this request. */
  public static void submitted(Object task, RequestScope scope) {
    add(task, scope);
  }

  private static void add(Object task, @Nullable RequestScope scope) {
    forgetCollected();
    Handover handover = new Handover(task, COLLECTED, scope, false);
    TABLE.compute(handover, new Add(handover, scope));
  }

  /**
   * The task as it goes into a queue that nobody but its executor sees: it runs for the request
   * that this thread works for, whoever empties the queue.
   *
   * @param task null stays null, for the executor to complain
   */
  public static @Nullable Runnable bound(@Nullable Runnable task) {
    RequestScope scope = task == null ? null : RequestScope.current();
    return task == null || scope == null || scope.isFinished() ? task : new ScopedTask(task, scope);
  }

  /** All runs of a task will be for the request that this thread works for, if there is one. */
  public static void bind(Object task) {
    RequestScope scope = RequestScope.current();
    if (scope != null && !scope.isFinished()) {
      forgetCollected();
      Handover handover = new Handover(task, COLLECTED, scope, true);
      TABLE.put(handover, handover);
    }
  }

  /** Ends what {@link #bind} began. */
  public static void unbind(Object task) {
    if (!TABLE.isEmpty()) {
      TABLE.remove(new Handover.Key(task));
    }
  }

  /**
   * The thread goes to the request that a task is bound to, and out of its own if that is none. A
   * request that is over is its own to stay in: what is bound there is not bound to it.
   *
   * @return what to give to {@link #ended}
   */
  public static @Nullable Object turnTo(Object task) {
    Handover handover = TABLE.isEmpty() ? null : TABLE.get(new Handover.Key(task));
    RequestScope bound = handover == null ? null : handover.peek();
    if (bound == null) {
      RequestScope entered = RequestScope.entered();
      if (entered == null || entered.isFinished()) {
        return null;
      }
    }
    return leave(bound);
  }

  /**
   * The same for a task that was handed over: the thread goes to the request of its next run, and
   * out of its own if there is none.
   *
   * @return what to give to {@link #ended}
   */
  public static @Nullable Object turnToRun(Object task) {
    Poll poll = new Poll();
    if (!TABLE.isEmpty()) {
      TABLE.computeIfPresent(new Handover.Key(task), poll);
    }
    if (poll.scope == null) {
      RequestScope entered = RequestScope.entered();
      if (entered == null || entered.isFinished()) {
        return null;
      }
    }
    return leave(poll.scope);
  }

  /** A task that this thread has just handed over was not taken. */
  public static void rejected(Object task) {
    if (!TABLE.isEmpty()) {
      RequestScope scope = RequestScope.current();
      TABLE.computeIfPresent(
          new Handover.Key(task),
          new RemoveLast(scope == null || scope.isFinished() ? null : scope));
    }
  }

  /** A task was taken out of a queue and is not going to be run from there. */
  public static void removed(Object task) {
    if (!TABLE.isEmpty()) {
      TABLE.computeIfPresent(new Handover.Key(task), new Poll());
    }
  }

  /**
   * The thread of a pool goes on to a task, or to none: it works for whoever handed that over, and
   * for nobody else.
   */
  public static void goOnTo(@Nullable Object task) {
    RequestScope scope = null;
    if (task != null && !TABLE.isEmpty()) {
      Poll poll = new Poll();
      TABLE.computeIfPresent(new Handover.Key(task), poll);
      scope = poll.scope;
    }
    if (scope != RequestScope.entered()) {
      RequestScope.enter(scope);
    }
  }

  /**
   * A task begins on a thread that may be in the middle of something. One that was not handed over
   * is part of that.
   *
   * @return what to give to {@link #ended}
   */
  public static @Nullable Object began(Object task) {
    if (TABLE.isEmpty()) {
      return null;
    }
    Poll poll = new Poll();
    TABLE.computeIfPresent(new Handover.Key(task), poll);
    return poll.found ? leave(poll.scope) : null;
  }

  /**
   * The thread goes to another request, or to none.
   *
   * @return what to give to {@link #ended}
   */
  public static @Nullable Object leave(@Nullable RequestScope scope) {
    RequestScope before = RequestScope.entered();
    if (before == scope) {
      return null;
    }
    RequestScope.enter(scope);
    return before == null ? NOBODY : before;
  }

  /** Where the thread is; what to give to {@link #ended} if it leaves. */
  public static Object here() {
    RequestScope scope = RequestScope.entered();
    return scope == null ? NOBODY : scope;
  }

  /** The thread returns to where it was; null if it never left. */
  public static void ended(@Nullable Object before) {
    if (before != null) {
      RequestScope scope = before == NOBODY ? null : (RequestScope) before;
      if (scope != RequestScope.entered()) {
        RequestScope.enter(scope);
      }
    }
  }

  private static void forgetCollected() {
    for (Reference<?> gone = COLLECTED.poll(); gone != null; gone = COLLECTED.poll()) {
      TABLE.remove(gone);
    }
  }

  private static final class Add implements BiFunction<Object, @Nullable Handover, Handover> {

    private final Handover added;
    private final @Nullable RequestScope scope;

    Add(Handover added, @Nullable RequestScope scope) {
      this.added = added;
      this.scope = scope;
    }

    @Override
    public Handover apply(Object key, @Nullable Handover waiting) {
      if (waiting == null) {
        return added;
      }
      waiting.add(scope);
      return waiting;
    }
  }

  private static final class Poll implements BiFunction<Object, Handover, @Nullable Handover> {

    private boolean found;
    private @Nullable RequestScope scope;

    @Override
    public @Nullable Handover apply(Object key, Handover waiting) {
      found = true;
      scope = waiting.poll();
      return waiting.isEmpty() ? null : waiting;
    }
  }

  private static final class RemoveLast
      implements BiFunction<Object, Handover, @Nullable Handover> {

    private final @Nullable RequestScope scope;

    RemoveLast(@Nullable RequestScope scope) {
      this.scope = scope;
    }

    @Override
    public @Nullable Handover apply(Object key, Handover waiting) {
      waiting.removeLast(scope);
      return waiting.isEmpty() ? null : waiting;
    }
  }
}
