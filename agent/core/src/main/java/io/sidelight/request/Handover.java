package io.sidelight.request;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * One task object that waits to be run, and whom each of its runs is for: key and value in the
 * table of {@link HandedOver}, which changes it under the lock of the table's bin only.
 *
 * <p>The same object may wait several times, as a lambda that captures nothing does for everybody
 * who submits it. Its runs can't be told apart, so the first run goes to the first who asked for
 * one.
 */
final class Handover extends WeakReference<Object> {

  /** Stands for a run that is for no request. */
  private static final Object NOBODY = new Object();

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

  /**
   * Adds a run. Those before it whose requests are over go: the task may have been taken out of its
   * queue, which nobody tells, and each later run would be put down to the request before.
   */
  void add(@Nullable RequestScope scope) {
    if (kept) {
      return;
    }
    while (first != null && first != NOBODY && ((RequestScope) first).isFinished()) {
      poll();
    }
    if (first == null) {
      first = whom(scope);
      return;
    }
    if (later == null) {
      later = new ArrayDeque<>(4);
    }
    later.add(whom(scope));
  }

  /** Whom the next run is for. */
  @Nullable RequestScope peek() {
    return first == NOBODY ? null : (RequestScope) first;
  }

  /** Takes the next run out, and says whom it is for. */
  @Nullable RequestScope poll() {
    RequestScope scope = peek();
    if (!kept) {
      first = later == null ? null : later.poll();
    }
    return scope;
  }

  /** Takes the last run that is for this one out, if there is any. */
  void removeLast(@Nullable RequestScope scope) {
    Object whom = whom(scope);
    boolean removed = later != null && later.removeLastOccurrence(whom);
    if (!removed && first == whom) {
      poll();
    }
  }

  /** No run is left. */
  boolean isEmpty() {
    return first == null;
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
