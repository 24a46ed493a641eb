package io.sidelight.step;

import io.sidelight.output.Diagnostics;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The stages that steps have returned and that are not complete yet. Each gets one dependent,
 * however many steps return it: an application may hand out one stage for all of its life, and
 * dependents can't be taken back.
 *
 * <p>Stages are told apart by identity and held weakly. Thread-safe.
 */
final class PendingStages {

  private final Map<StageReference, StageEnd> ends = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /**
   * Tells the timer when the stage completes; at once if it has, or can't be asked.
   *
   * @return false if the stage has too many timers already
   */
  boolean await(CompletionStage<?> stage, StepTimer timer) {
    forgetCollected();
    StageEnd end = new StageEnd(this, new StageReference(stage, collected));
    end.add(timer);
    StageEnd known = ends.putIfAbsent(end.stage, end);
    if (known != null) {
      return known.add(timer);
    }
    try {
      if (stage.whenComplete(end) == null) {
        end.accept(null, null); // who knows whether it would ever be called
      }
    } catch (RuntimeException | LinkageError e) {
      Diagnostics.report(
          "step-stage",
          "a step returned a stage that can't be told when it completes; such steps are timed to"
              + " their return",
          e);
      end.accept(null, null);
    }
    return true;
  }

  void forget(StageReference stage) {
    ends.remove(stage);
  }

  int size() {
    forgetCollected();
    return ends.size();
  }

  private void forgetCollected() {
    Reference<?> stage;
    while ((stage = collected.poll()) != null) {
      ends.remove(stage);
    }
  }

  /** A stage that equals nothing but itself. */
  static final class StageReference extends WeakReference<Object> {

    private final int hash;

    StageReference(Object stage, ReferenceQueue<Object> collected) {
      super(stage, collected);
      hash = System.identityHashCode(stage);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object stage = get();
      return stage != null
          && other instanceof StageReference
          && ((StageReference) other).get() == stage;
    }
  }
}
