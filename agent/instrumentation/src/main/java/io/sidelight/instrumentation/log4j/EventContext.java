package io.sidelight.instrumentation.log4j;

import io.sidelight.exchange.ByIdentity;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedRequest;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.apache.logging.log4j.util.StringMap;
import org.jspecify.annotations.Nullable;

/**
 * The context data of an event and the request in it.
 *
 * <p>Log4j copies context data from one of its maps to another wherever an event waits: by
 * asynchronous loggers and appenders, in reusable events, for properties of a logger. What all of
 * these copies keep are the values themselves. So the ID that an event has is a string of its own,
 * and what else is known of the request is found by the identity of that string, for as long as
 * anything holds it. This is only needed where lines are written as JSON; a pattern shows the
 * values.
 */
final class EventContext {

  private static final ByIdentity<String, LoggedRequest> REQUESTS = new ByIdentity<>();

  private EventContext() {}

  /**
   * The same data with the request under the keys that are free.
   *
   * @param owned whether it is the event's own, and is added to; else it is copied, since what is
   *     behind it may be the thread's context
   */
  static StringMap with(LoggedRequest request, StringMap data, boolean owned) {
    boolean copies = !owned || data.isFrozen();
    StringMap context = data;
    if (copies) {
      context = ContextDataFactory.createContextData(data.size() + 2);
      context.putAll(data);
    }
    putId(request, context);
    String user = request.userId();
    if (user != null && context.getValue(LoggedRequest.USER_ID) == null) {
      context.putValue(LoggedRequest.USER_ID, user);
    }
    if (copies) {
      context.freeze();
    }
    return context;
  }

  private static void putId(LoggedRequest request, StringMap context) {
    Object own = context.getValue(LoggedRequest.REQUEST_ID);
    boolean json = ApplicationLog.get().isJson();
    if (own == null) {
      String id = request.requestId();
      context.putValue(LoggedRequest.REQUEST_ID, json ? known(id, request) : id);
    } else if (json && own instanceof String) {
      context.putValue(LoggedRequest.REQUEST_ID, known((String) own, request));
    }
  }

  /** Another string of the same characters, by which the request is found. */
  @SuppressWarnings("StringCopy") // its identity is what is needed
  private static String known(String id, LoggedRequest request) {
    String copy = new String(id);
    REQUESTS.put(new ByIdentity.Key<>(REQUESTS, copy), request);
    return copy;
  }

  /** The request for which the event with this data was logged, null for none. */
  static @Nullable LoggedRequest requestIn(@Nullable ReadOnlyStringMap data) {
    Object id = data == null ? null : data.getValue(LoggedRequest.REQUEST_ID);
    return id instanceof String ? REQUESTS.get((String) id) : null;
  }

  /** Whether an entry of the data is the request's and not the application's. */
  static boolean isAdded(@Nullable LoggedRequest request, String key, @Nullable Object value) {
    return request != null && value != null && value.equals(request.value(key));
  }
}
