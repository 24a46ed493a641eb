package io.sidelight.request;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * One task object that waits to be run, and whom each of its runs is for: key and value in the
 * table of {@link HandedOver}, which changes it under the lock of the table's bin only.
 *
 * <p>The same object may wait several times, as a lambda that captures nothing does for everybody
 * who submits it. Its runs can't be told apart, so any of them may stand for any request, as long
 * as each request has one. The oldest goes first, but before those whose requests are over: among
 * them may be a task that was taken out of its queue by hand, which nobody tells, and all runs
 * after it would be put down to the request before theirs. There it sinks to the bottom.
 */
final class Handover extends WeakReference<Object> {

  /** A run that is for no request, for which the deque takes no null. */
  private static final Object NOBODY = new Object();

  /** So many runs of one object may wait before the oldest of them are given up. */
  private static final int MOST_WAITING = 1024;

  private final int hash;
  private final boolean kept;
  private @Nullable Object first;

  /** Whom the runs after the first are for; null while there has been one only. */
  private @Nullable ArrayDeque<Object> later;

  /**
   * @param kept whether every run is for the same request, until the task is forgotten
   */
  Handover(
      Object task, ReferenceQueue<Object> collected, @Nullable RequestScope scope, boolean kept) {
    super(task, collected);
    this.hash = System.identityHashCode(task);
    this.first = whom(scope);
    this.kept = kept;
  }

  /** Adds a run. */
  void add(@Nullable RequestScope scope) {
    if (kept) {
      return;
    }
    if (later == null) {
      later = new ArrayDeque<>(4);
    }
    later.add(whom(scope));
    if (later.size() >= MOST_WAITING) {
      first = later.poll();
    }
  }

  /** Whom all runs are for, or the first of them. */
  @Nullable RequestScope peek() {
    return scope(first);
  }

  /** Takes a run out, and says whom it is for. */
  @Nullable RequestScope poll() {
    Object whom = first;
    if (kept) {
      return scope(whom);
    }
    if (later == null || later.isEmpty()) {
      first = null;
    } else if (isOver(whom)) {
      whom = pollRunning(later);
    } else {
      first = later.poll();
    }
    return scope(whom);
  }

  private static @Nullable Object pollRunning(ArrayDeque<Object> later) {
    for (Iterator<Object> oldest = later.iterator(); oldest.hasNext(); ) {
      Object whom = oldest.next();
      if (!isOver(whom)) {
        oldest.remove();
        return whom;
      }
    }
    return later.pollLast();
  }

  /** Takes the last run that is for this one out, if there is any. */
  void removeLast(@Nullable RequestScope scope) {
    Object whom = whom(scope);
    boolean removed = later != null && later.removeLastOccurrence(whom);
    if (!removed && first == whom && !kept) {
      first = later == null ? null : later.poll();
    }
  }

  /** No run is left. */
  boolean isEmpty() {
    return first == null;
  }

  private static boolean isOver(@Nullable Object whom) {
    return whom instanceof RequestScope && ((RequestScope) whom).isFinished();
  }

  private static @Nullable RequestScope scope(@Nullable Object whom) {
    return whom == NOBODY ? null : (RequestScope) whom;
  }

  private static Object whom(@Nullable RequestScope scope) {
    return scope == null ? NOBODY : scope;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The same task; once that is collected, the same hand-over. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    Object task = get();
    return task != null && other instanceof Handover && ((Handover) other).get() == task;
  }

  /** Finds the hand-over of a task in the table. */
  static final class Key {

    private final Object task;

    Key(Object task) {
      this.task = task;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(task);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Handover && ((Handover) other).get() == task;
    }
  }
}
