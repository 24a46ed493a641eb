package io.sidelight.log;

import io.sidelight.event.RequestInfo;
import io.sidelight.request.RequestScope;
import org.jspecify.annotations.Nullable;

/**
 * The request for which a line was logged, as it was at that moment: an asynchronous appender
 * writes the line later, when the request may be over or have another user. Immutable.
 */
public final class LoggedRequest implements RequestInfo {

  /** Key of the request's ID in the context of a line (MDC). */
  public static final String REQUEST_ID = "request_id";

  /** Key of the user's ID there. */
  public static final String USER_ID = "user_id";

  private final RequestScope scope;
  private final @Nullable String userId;
  private final boolean complete;

  private LoggedRequest(RequestScope scope) {
    this.scope = scope;
    this.userId = scope.userId();
    this.complete = scope.isFinished();
  }

  /** The request of this thread, null when it works for none. */
  public static @Nullable LoggedRequest current() {
    RequestScope scope = RequestScope.current();
    return scope == null ? null : new LoggedRequest(scope);
  }

  /** What {@code MDC.get} answers on this thread for a key that the application has not set. */
  public static @Nullable String currentValue(@Nullable String key) {
    if (!REQUEST_ID.equals(key) && !USER_ID.equals(key)) {
      return null;
    }
    RequestScope scope = RequestScope.current();
    if (scope == null) {
      return null;
    }
    return REQUEST_ID.equals(key) ? scope.requestId() : scope.userId();
  }

  /** Value of {@link #REQUEST_ID} or {@link #USER_ID}; null for another key, or when not known. */
  public @Nullable String value(@Nullable Object key) {
    return REQUEST_ID.equals(key) ? requestId() : USER_ID.equals(key) ? userId : null;
  }

  /** Whether an entry of a context has the request's value of its key. */
  public boolean has(@Nullable Object key, @Nullable Object value) {
    String own = value(key);
    return own != null && own.equals(value);
  }

  /** Whether the request was complete when the line was logged. */
  public boolean isComplete() {
    return complete;
  }

  @Override
  public String requestId() {
    return scope.requestId();
  }

  @Override
  public boolean hasOwnId() {
    return scope.hasOwnId();
  }

  @Override
  public @Nullable String userId() {
    return userId;
  }

  @Override
  public @Nullable String method() {
    return scope.method();
  }

  @Override
  public @Nullable String path() {
    return scope.path();
  }

  @Override
  public @Nullable String traceId() {
    return scope.traceId();
  }

  @Override
  public @Nullable String spanId() {
    return scope.spanId();
  }

  @Override
  public boolean debug() {
    return scope.debug();
  }
}
