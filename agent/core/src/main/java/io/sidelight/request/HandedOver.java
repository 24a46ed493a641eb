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
   * Enters the scope that a task is bound to, and leaves the thread's own if that is none. A
   * request that is over is the thread's own to stay in: what is bound there is not bound to it.
   */
  public static ScopeToken enterBound(Object task) {
    Handover handover = TABLE.isEmpty() ? null : TABLE.get(new Handover.Key(task));
    return enterOrLeave(handover == null ? null : handover.peek());
  }

  /**
   * The same for a task that was handed over: enters the scope of its next run, and leaves the
   * thread's own if there is none.
   */
  public static ScopeToken enterRun(Object task) {
    return enterOrLeave(TABLE.isEmpty() ? null : poll(task).scope);
  }

  private static ScopeToken enterOrLeave(@Nullable RequestScope scope) {
    RequestScope entered = ThreadScope.entered();
    boolean stays = scope == null && (entered == null || entered.isFinished());
    return stays || entered == scope ? ScopeToken.UNCHANGED : RequestScope.makeCurrent(scope);
  }

  /**
   * A task begins on a thread that may be in the middle of something: enters the scope of its run,
   * or none. One that was not handed over is part of what the thread does.
   */
  public static ScopeToken enterIfHandedOver(Object task) {
    if (TABLE.isEmpty()) {
      return ScopeToken.UNCHANGED;
    }
    Poll poll = poll(task);
    return poll.found ? RequestScope.makeCurrent(poll.scope) : ScopeToken.UNCHANGED;
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
    ThreadScope.replace(task == null || TABLE.isEmpty() ? null : poll(task).scope);
  }

  private static Poll poll(Object task) {
    Poll poll = new Poll();
    TABLE.computeIfPresent(new Handover.Key(task), poll);
    return poll;
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
