package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.RequestContext;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The context map of an event. It is the one thing that everything that looks at an event later
 * asks for, on whatever thread, and that Logback itself hands on when it copies one.
 *
 * <p>The field is written, because the setter refuses an event that has been asked for its map, and
 * asking is how Logback finds the application's own map, by rules of each version.
 */
final class EventContext {

  private static final VarHandle MAP = map();

  private EventContext() {}

  /** Lets an event show a request, unless it shows one already. */
  static void attach(LoggingEvent event, LoggedRequest request) {
    Map<String, String> own = event.getMDCPropertyMap();
    if (RequestContext.requestIn(own) == null) {
      MAP.set(event, RequestContext.of(own, request));
    }
  }

  /**
   * The map that an event holds. The one that it answers may be another, where a second agent adds
   * to that what it knows.
   */
  @SuppressWarnings("unchecked")
  static @Nullable Map<String, String> heldBy(ILoggingEvent event) {
    return event instanceof LoggingEvent
        ? (Map<String, String>) MAP.get((LoggingEvent) event)
        : event.getMDCPropertyMap();
  }

  private static VarHandle map() {
    try {
      return MethodHandles.privateLookupIn(LoggingEvent.class, MethodHandles.lookup())
          .findVarHandle(LoggingEvent.class, "mdcPropertyMap", Map.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
