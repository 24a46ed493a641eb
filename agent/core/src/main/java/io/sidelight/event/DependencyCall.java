package io.sidelight.event;

import org.jspecify.annotations.Nullable;

/** A call to another service is over: one line for each call that the application made. */
public final class DependencyCall implements Event {

  public static final String LOGGER = "deps";

  private static final int SERVER_ERROR = 500;

  private final String dependency;
  private final String client;
  private final @Nullable String method;
  private final String url;
  private final int status;
  private final long durationNanos;
  private final int retries;
  private final @Nullable String error;
  private final boolean slow;
  private final boolean afterCompletion;

  /**
   * An event with all of its fields.
   *
   * @param dependency alias or host
   * @param client such as {@code okhttp}
   * @param method verb of the call, null when it is not known
   * @param url without query, fragment and userinfo
   * @param status of the answer, 0 when none came
   * @param retries attempts beyond the first, redirects apart
   * @param error category of the failure, null when the answer came whole
   * @param slow it took as long as {@code slow.dependency} or longer
   * @param afterCompletion the request for which the call was made was complete by then
   */
  public DependencyCall(
      String dependency,
      String client,
      @Nullable String method,
      String url,
      int status,
      long durationNanos,
      int retries,
      @Nullable String error,
      boolean slow,
      boolean afterCompletion) {
    this.dependency = dependency;
    this.client = client;
    this.method = method;
    this.url = url;
    this.status = status;
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
    if (error != null) {
      return Level.ERROR;
    }
    return retries > 0 || status >= SERVER_ERROR || slow ? Level.WARN : Level.INFO;
  }

  /** Whether it counts as failed in the sums of its request. */
  public boolean failed() {
    return error != null || status >= SERVER_ERROR;
  }

  @Override
  public void writeTo(Fields fields) {
    fields.text(FieldNames.DEPENDENCY, dependency);
    fields.constant(FieldNames.CLIENT, client);
    fields.text(FieldNames.DEP_METHOD, method);
    fields.url(FieldNames.URL, url);
    if (status > 0) {
      fields.number(FieldNames.STATUS, status);
    }
    fields.millis(FieldNames.DURATION_MS, durationNanos);
    fields.number(FieldNames.RETRIES, retries);
    fields.constant(FieldNames.ERROR, error);
    fields.flag(FieldNames.SLOW, slow);
    fields.flag(FieldNames.AFTER_COMPLETION, afterCompletion);
  }
}
