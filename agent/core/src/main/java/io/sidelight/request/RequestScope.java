package io.sidelight.request;

import io.sidelight.event.RequestInfo;
import io.sidelight.exchange.ServerExchange;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request while it runs. There is one for each request, and it is the only
 * thread-local of the agent.
 *
 * <p>Threads: created and completed by the container's threads for this request, which hand it over
 * to each other with the request; {@link #finish} may be called by several and lets one of them
 * through. The identity never changes after construction, except for the user, which becomes known
 * later.
 */
public final class RequestScope implements RequestInfo {

  private static final ThreadLocal<@Nullable RequestScope> CURRENT = new ThreadLocal<>();

  private final String requestId;
  private final @Nullable String method;
  private final @Nullable String path;
  private final @Nullable String traceId;
  private final @Nullable String spanId;
  private final long startNanos;

  /** Null once the request has completed: containers recycle what is behind it. */
  private @Nullable ServerExchange exchange;

  private volatile @Nullable String userId;
  private volatile boolean async;

  RequestScope(ServerExchange exchange, String requestId, TraceContext trace) {
    this.exchange = exchange;
    this.requestId = requestId;
    this.method = exchange.method();
    this.path = withoutQuery(exchange.path());
    this.startNanos = exchange.startNanos();
    this.traceId = trace.traceId();
    this.spanId = trace.spanId();
  }

  /** A request line that the container could not take apart may still have its query on. */
  private static @Nullable String withoutQuery(@Nullable String path) {
    int query = path == null ? -1 : path.indexOf('?');
    return path == null || query < 0 ? path : path.substring(0, query);
  }

  /** The request that this thread works for, null when it works for none. */
  public static @Nullable RequestScope current() {
    return CURRENT.get();
  }

  /**
   * Makes a request this thread's own.
   *
   * @param scope null for none
   * @return what to give back to this method when the thread leaves the request
   */
  public static @Nullable RequestScope enter(@Nullable RequestScope scope) {
    RequestScope previous = CURRENT.get();
    CURRENT.set(scope);
    return previous;
  }

  @Override
  public String requestId() {
    return requestId;
  }

  @Override
  public @Nullable String userId() {
    return userId;
  }

  void userId(@Nullable String userId) {
    this.userId = userId;
  }

  @Override
  public @Nullable String method() {
    return method;
  }

  @Override
  public @Nullable String path() {
    return path;
  }

  @Override
  public @Nullable String traceId() {
    return traceId;
  }

  @Override
  public @Nullable String spanId() {
    return spanId;
  }

  long startNanos() {
    return startNanos;
  }

  /** The container's thread left the request before it was complete. */
  public void markAsync() {
    async = true;
  }

  boolean isAsync() {
    return async;
  }

  /**
   * Ends the request. The first caller gets the exchange, every later one null, so that a request
   * completes exactly once, whichever of the container's paths come by.
   */
  synchronized @Nullable ServerExchange finish() {
    ServerExchange finishing = exchange;
    exchange = null;
    return finishing;
  }

  public synchronized boolean isFinished() {
    return exchange == null;
  }
}
