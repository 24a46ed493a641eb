package io.sidelight.event;

import io.sidelight.library.CallError;
import org.jspecify.annotations.Nullable;

/**
 * A call to another system is over: one line for each call that the application made, of whatever
 * kind.
 */
public final class DependencyCall implements Event {

  public static final String LOGGER = "deps";

  private static final int SERVER_ERROR = 500;

  private final DependencyTarget target;
  private final String dependency;
  private final long durationNanos;
  private final int retries;
  private final @Nullable CallError error;
  private final boolean slow;
  private final boolean afterCompletion;

  /**
   * An event with all of its fields.
   *
   * @param dependency alias, or name of the target
   * @param retries attempts beyond the first, redirects apart
   * @param error category of the failure, null when the answer came whole
   * @param slow it took as long as {@code slow.dependency} or longer
   * @param afterCompletion the request for which the call was made was complete by then
   */
  public DependencyCall(
      DependencyTarget target,
      String dependency,
      long durationNanos,
      int retries,
      @Nullable CallError error,
      boolean slow,
      boolean afterCompletion) {
    this.target = target;
    this.dependency = dependency;
    this.durationNanos = durationNanos;
    this.retries = retries;
    this.error = error;
    this.slow = slow;
    this.afterCompletion = afterCompletion;
  }

  @Override
  public String name() {
    return EventNames.DEPENDENCY_CALL;
  }

  @Override
  public String logger() {
    return LOGGER;
  }

  @Override
  public Level level() {
    if (error != null && error != CallError.REJECTED) {
      return Level.ERROR;
    }
    return failed() || retries > 0 || slow ? Level.WARN : target.kind().ordinary();
  }

  /** Whether it counts as failed in the sums of its request. */
  public boolean failed() {
    return error != null || target.status() >= SERVER_ERROR;
  }

  @Override
  public void writeTo(Fields fields) {
    String kind = target.kind().label();
    fields.constant(FieldNames.KIND, kind);
    fields.text(FieldNames.DEPENDENCY, dependency);
    fields.constant(FieldNames.CLIENT, target.client());
    fields.constant(FieldNames.SYSTEM, target.system());
    if (kind == null) {
      fields.text(FieldNames.DEP_METHOD, target.operation());
      fields.url(FieldNames.URL, target.detail());
    } else {
      fields.text(FieldNames.OPERATION, target.operation());
      fields.text(FieldNames.STATEMENT, target.detail());
    }
    int status = target.status();
    if (status > 0) {
      fields.number(FieldNames.STATUS, status);
    }
    target.writeTo(fields);
    fields.millis(FieldNames.DURATION_MS, durationNanos);
    fields.number(FieldNames.RETRIES, retries);
    fields.constant(FieldNames.ERROR, error == null ? null : error.text());
    fields.flag(FieldNames.SLOW, slow);
    fields.flag(FieldNames.AFTER_COMPLETION, afterCompletion);
  }
}
