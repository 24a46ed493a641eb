package io.sidelight.event;

import org.jspecify.annotations.Nullable;

/** A method that the user wants to have timed has returned, or what it promised has come. */
public final class StepTiming implements Event {

  public static final String LOGGER = "steps";

  private final String step;
  private final long durationNanos;
  private final @Nullable Throwable thrown;
  private final boolean afterCompletion;

  /**
   * An event with all of its fields.
   *
   * @param step class without package, and method
   * @param thrown what the step failed with, null when it did not
   * @param afterCompletion the request that the step was done for was complete by then
   */
  public StepTiming(
      String step, long durationNanos, @Nullable Throwable thrown, boolean afterCompletion) {
    this.step = step;
    this.durationNanos = durationNanos;
    this.thrown = thrown;
    this.afterCompletion = afterCompletion;
  }

  @Override
  public String name() {
    return EventNames.STEP_TIMING;
  }

  @Override
  public String logger() {
    return LOGGER;
  }

  @Override
  public Level level() {
    return Level.INFO;
  }

  @Override
  public void writeTo(Fields fields) {
    fields.text(FieldNames.STEP, step);
    fields.millis(FieldNames.DURATION_MS, durationNanos);
    fields.constant(FieldNames.OUTCOME, thrown == null ? "ok" : "error");
    if (thrown != null) {
      fields.constant(FieldNames.ERROR, thrown.getClass().getName());
    }
    fields.flag(FieldNames.AFTER_COMPLETION, afterCompletion);
  }
}
