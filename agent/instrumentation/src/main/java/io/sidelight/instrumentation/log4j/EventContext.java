package io.sidelight.instrumentation.log4j;

import io.sidelight.exchange.ByIdentity;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.RequestIds;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.message.Message;
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

  /** By messages that have a key of the request's themselves, where the ID is not in the data. */
  private static final ByIdentity<Message, LoggedRequest> BY_MESSAGE = new ByIdentity<>();

  private EventContext() {}

  /**
   * The same data with the request under the keys that are free, which can be changed if it could
   * be before.
   *
   * @param owned whether it is the event's own, and is added to; else it is copied, since what is
   *     behind it may be the thread's context
   * @param message of the event if it has keys of the request's itself, which layouts write beside
   *     the context; null for any other
   */
  static StringMap with(
      LoggedRequest request, StringMap data, boolean owned, @Nullable Message message) {
    boolean copies = !owned || data.isFrozen();
    StringMap context = data;
    if (copies) {
      context = ContextDataFactory.createContextData(data.size() + 2);
      context.putAll(data);
    }
    putId(request, context, message);
    String user = request.userId();
    if (user != null
        && !MessageKeys.has(message, LoggedRequest.USER_ID)
        && context.getValue(LoggedRequest.USER_ID) == null) {
      context.putValue(LoggedRequest.USER_ID, user);
    }
    if (data.isFrozen()) {
      context.freeze();
    }
    return context;
  }

  private static void putId(LoggedRequest request, StringMap context, @Nullable Message message) {
    Object own = context.getValue(LoggedRequest.REQUEST_ID);
    boolean json = ApplicationLog.get().isJson();
    if (message != null && MessageKeys.has(message, LoggedRequest.REQUEST_ID)) {
      if (json) {
        BY_MESSAGE.put(message, request);
      }
    } else if (own == null) {
      String id = request.requestId();
      context.putValue(LoggedRequest.REQUEST_ID, json ? RequestIds.mark(id, request) : id);
    } else if (json && own instanceof String) {
      context.putValue(LoggedRequest.REQUEST_ID, RequestIds.mark((String) own, request));
    }
  }

  /** The request for which an event with this message and data was logged, null for none. */
  static @Nullable LoggedRequest requestOf(
      @Nullable Message message, @Nullable ReadOnlyStringMap data) {
    LoggedRequest request =
        data == null ? null : RequestIds.requestOf(data.getValue(LoggedRequest.REQUEST_ID));
    return request == null ? BY_MESSAGE.get(message) : request;
  }

  /** Whether an entry of the data is the request's and not the application's. */
  static boolean isAdded(@Nullable LoggedRequest request, String key, @Nullable Object value) {
    return request != null && request.has(key, value);
  }
}
