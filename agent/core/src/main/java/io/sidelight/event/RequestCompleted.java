package io.sidelight.event;

import io.sidelight.exchange.ServerExchange;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request is over: the one line that every request gets. */
public final class RequestCompleted implements Event {

  public static final String LOGGER = "http";

  private static final int SERVER_ERROR = 500;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int UNAVAILABLE = 503;

  /** What {@code HttpServlet} dispatches to a method of its own in every version of the API. */
  private static final Set<String> SERVLET_METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE");

  /** More keys than a person reads; a hostile query can have thousands. */
  private static final int MOST_KEYS = 32;

  private final ServerExchange exchange;
  private final int status;
  private final long durationNanos;
  private final boolean slow;
  private final boolean async;
  private final @Nullable String route;
  private final @Nullable Section calls;
  private final @Nullable Section steps;
  private final @Nullable Throwable thrown;
  private final @Nullable String requestIdRejected;
  private int debugDropped;

  /**
   * @param exchange read once more when the line is written, so it must not be recycled before
   * @param requestIdRejected why the caller's request ID was replaced, null when it wasn't
   * @param route the pattern that the path was matched with, null when it is not known
   * @param calls writes an object with sums for each kind of dependency; null when none was called
   * @param steps sums of the steps by name, null when there was none
   */
  public RequestCompleted(
      ServerExchange exchange,
      long durationNanos,
      boolean slow,
      boolean async,
      @Nullable String requestIdRejected,
      @Nullable String route,
      @Nullable Section calls,
      @Nullable Section steps) {
    this.exchange = exchange;
    this.status = exchange.status();
    this.durationNanos = durationNanos;
    this.slow = slow;
    this.async = async;
    this.requestIdRejected = requestIdRejected;
    this.route = route;
    this.calls = calls;
    this.steps = steps;
    this.thrown = exchange.thrown();
  }

  /** Sets how many DEBUG lines were kept for this moment and had to be given up. */
  public void debugDropped(int lines) {
    debugDropped = lines;
  }

  @Override
  public String name() {
    return EventNames.REQUEST_COMPLETED;
  }

  @Override
  public String logger() {
    return LOGGER;
  }

  @Override
  public Level level() {
    if (thrown != null || (status >= SERVER_ERROR && !isClientsFault())) {
      return Level.ERROR;
    }
    return slow || status >= SERVER_ERROR ? Level.WARN : Level.INFO;
  }

  /**
   * Whether a 5xx is about what the client sent: a request that the server refused before it got to
   * the application, or a method that {@code HttpServlet} does not know and answers with 501. A 503
   * always speaks of the server: it is stopping, or overloaded.
   */
  private boolean isClientsFault() {
    String method = exchange.method();
    return exchange.refused() && status != UNAVAILABLE
        || status == NOT_IMPLEMENTED && method != null && !SERVLET_METHODS.contains(method);
  }

  @Override
  public void writeTo(Fields fields) {
    fields.number(FieldNames.STATUS, status);
    fields.millis(FieldNames.DURATION_MS, durationNanos);
    fields.text(FieldNames.CONTENT_TYPE, exchange.responseContentType());
    bytes(fields, FieldNames.BYTES_OUT, exchange.bytesOut());
    bytes(fields, FieldNames.BYTES_IN, exchange.bytesIn());
    fields.text(FieldNames.ROUTE, route);
    fields.names(FieldNames.QUERY_KEYS, queryKeys(exchange.query()));
    fields.constant(FieldNames.REQUEST_ID_REJECTED, requestIdRejected);
    if (calls != null) {
      calls.writeTo(fields);
    }
    fields.object(FieldNames.STEPS, steps);
    fields.flag(FieldNames.SLOW, slow);
    fields.flag(FieldNames.ASYNC, async);
    fields.flag(FieldNames.ABORTED, exchange.aborted());
    if (debugDropped > 0) {
      fields.number(FieldNames.DEBUG_DROPPED, debugDropped);
    }
    if (thrown != null) {
      fields.constant(FieldNames.ERROR, thrown.getClass().getName());
      fields.exception(thrown);
    }
  }

  private static void bytes(Fields fields, String name, long count) {
    if (count >= 0) {
      fields.number(name, count);
    }
  }

  /** Distinct keys in the order of the query, as they were sent. */
  static @Nullable Collection<String> queryKeys(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return null;
    }
    Set<String> keys = new LinkedHashSet<>();
    for (int from = 0; from < query.length() && keys.size() < MOST_KEYS; ) {
      int end = query.indexOf('&', from);
      end = end < 0 ? query.length() : end;
      int equals = query.indexOf('=', from);
      int keyEnd = equals < 0 || equals > end ? end : equals;
      if (keyEnd > from) {
        keys.add(query.substring(from, keyEnd));
      }
      from = end + 1;
    }
    return keys;
  }
}
