package io.sidelight.request;

import io.sidelight.event.DependencyKind;
import io.sidelight.event.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of one request went: its calls to dependencies and its steps, on whatever thread.
 * Once the request has completed the sums stay as they are. Thread-safe.
 */
public final class RequestTimes {

  /** More names than a person reads on one line; the steps beyond them are summed up as one. */
  private static final int MOST_STEPS = 64;

  private static final String OTHER_STEPS = "other";

  /** The first of the sums, by kind of dependency; null while there was no call. */
  private @Nullable CallSum calls;

  private final Set<OpenCall> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Map<String, TimeSum> steps;
  private boolean closed;

  RequestTimes() {}

  /** A call to a dependency begins. */
  public void began(OpenCall call) {
    CallSum sum;
    synchronized (this) {
      if (closed) {
        return;
      }
      open.add(call);
      sum = sum(call.kind());
    }
    sum.begin(call.startNanos());
  }

  private synchronized CallSum sum(DependencyKind kind) {
    CallSum known = CallSum.find(calls, kind);
    if (known == null) {
      calls = CallSum.add(calls, kind);
      known = Objects.requireNonNull(CallSum.find(calls, kind));
    }
    return known;
  }

  /**
   * A call is over; one that began when the request was complete does not count.
   *
   * @param endNanos {@link System#nanoTime}
   * @param failed no answer came, or one that says that the dependency failed
   */
  public void ended(OpenCall call, long endNanos, boolean failed) {
    CallSum sum;
    synchronized (this) {
      if (!open.remove(call)) {
        return;
      }
      sum = sum(call.kind());
    }
    sum.end(call.startNanos(), endNanos, failed);
  }

  /**
   * A step begins, on a thread that is not in a step of this name yet.
   *
   * @return what to give to {@link #stepEnded}
   */
  public Object stepBegan(String name, long startNanos) {
    TimeSum sum = sum(name);
    sum.begin(startNanos);
    return sum;
  }

  /** A step that {@link #stepBegan} began is over. */
  public void stepEnded(Object begun, long startNanos, long endNanos) {
    ((TimeSum) begun).end(startNanos, endNanos, false);
  }

  /** A step is called by a step of the same name, whose time it is part of. */
  public void stepNested(String name) {
    sum(name).countOnly();
  }

  private synchronized TimeSum sum(String name) {
    Map<String, TimeSum> steps = this.steps;
    if (steps == null) {
      steps = new LinkedHashMap<>();
      this.steps = steps;
    }
    TimeSum known = steps.get(name);
    if (known != null) {
      return known;
    }
    String kept = steps.size() < MOST_STEPS ? name : OTHER_STEPS;
    TimeSum sum = steps.get(kept);
    if (sum == null) {
      sum = new TimeSum();
      if (closed) {
        return sum; // nobody will ask for it
      }
      steps.put(kept, sum);
    }
    return sum;
  }

  /** The request is complete. */
  void close(long nowNanos) {
    List<OpenCall> left;
    synchronized (this) {
      left = new ArrayList<>(open);
    }
    for (OpenCall call : left) {
      call.requestCompleted();
    }
    synchronized (this) {
      closed = true;
      open.clear();
      if (calls != null) {
        calls.closeAll(nowNanos);
      }
      if (steps != null) {
        for (TimeSum step : steps.values()) {
          step.close(nowNanos);
        }
      }
    }
  }

  /** Writes an object for each kind of dependency that was called; null when there was no call. */
  synchronized @Nullable Section calls() {
    CallSum first = calls;
    return first == null ? null : first::writeAllTo;
  }

  /** Null when there was no step. */
  synchronized @Nullable Section steps() {
    if (steps == null || steps.isEmpty()) {
      return null;
    }
    Map<String, TimeSum> sums = new LinkedHashMap<>(steps);
    return fields ->
        sums.forEach((name, sum) -> fields.object(name, each -> sum.writeTo(each, false)));
  }
}
