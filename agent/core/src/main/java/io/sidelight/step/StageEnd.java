package io.sidelight.step;

import io.sidelight.output.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends the timers of one stage when that completes. Thread-safe.
 *
 * <p>Called by the stage, not through the linker, so it has to keep its failures to itself.
 */
final class StageEnd implements BiConsumer<Object, Throwable> {

  /** So that a stage that never completes and is returned again and again fills no memory. */
  private static final int MOST_TIMERS = 1000;

  final PendingStages.StageReference stage;
  private final PendingStages pending;
  private List<StepTimer> timers = new ArrayList<>(1);
  private boolean complete;
  private @Nullable Throwable thrown;

  StageEnd(PendingStages pending, PendingStages.StageReference stage) {
    this.pending = pending;
    this.stage = stage;
  }

  /**
   * Adds a timer, or ends it if the stage has just completed.
   *
   * @return false if there are too many
   */
  boolean add(StepTimer timer) {
    synchronized (this) {
      if (!complete) {
        return timers.size() < MOST_TIMERS && timers.add(timer);
      }
    }
    timer.completed(thrown);
    return true;
  }

  @Override
  public void accept(@Nullable Object value, @Nullable Throwable failure) {
    List<StepTimer> ended;
    synchronized (this) {
      complete = true;
      thrown = failure;
      ended = timers;
      timers = List.of();
    }
    pending.forget(stage);
    try {
      for (StepTimer timer : ended) {
        timer.completed(failure);
      }
    } catch (Throwable e) {
      Diagnostics.rethrowFatal(e);
      Diagnostics.report("step-end", "the end of a step could not be told", e);
    }
  }
}
