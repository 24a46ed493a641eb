package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.LoggerContext;
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
 * <p>The field is written while it is empty, and the application's map read when the event is first
 * asked for its own: appenders add to the thread's context until then.
 */
final class EventContext {

  private static final VarHandle MAP = field("mdcPropertyMap", Map.class);
  private static final VarHandle LOGGER_CONTEXT = field("loggerContext", LoggerContext.class);

  private EventContext() {}

  /** Lets an event show a request, unless it shows one already. */
  static void attach(LoggingEvent event, LoggedRequest request) {
    Map<String, String> set = get(event);
    if (!(set instanceof RequestContext)) {
      MAP.set(event, RequestContext.later(new OfEvent(event, set), request));
    }
  }

  /**
   * Empties an event that nobody has asked for its context, so that its setter takes another one.
   *
   * @return the context for {@link #set}; null if the setter has to refuse, or sets the first one
   */
  static @Nullable RequestContext clear(LoggingEvent event) {
    Map<String, String> set = get(event);
    if (!(set instanceof RequestContext) || ((RequestContext) set).isRead()) {
      return null;
    }
    MAP.set(event, null);
    return (RequestContext) set;
  }

  /** Lets an event show the request of a context before, beside what it has been given since. */
  static void set(LoggingEvent event, RequestContext before) {
    Map<String, String> set = get(event);
    if (set == null) {
      MAP.set(event, before);
    } else {
      attach(event, before.request());
    }
  }

  /**
   * The map that an event holds. The one that it answers may be another, where a second agent adds
   * to that what it knows.
   */
  static @Nullable Map<String, String> heldBy(ILoggingEvent event) {
    return event instanceof LoggingEvent ? get((LoggingEvent) event) : event.getMDCPropertyMap();
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Map<String, String> get(LoggingEvent event) {
    return (Map<String, String>) MAP.get(event);
  }

  private static VarHandle field(String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(LoggingEvent.class, MethodHandles.lookup())
          .findVarHandle(LoggingEvent.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The application's side of an event, until its context is read. */
  private static final class OfEvent implements RequestContext.Source {

    private final LoggingEvent event;
    private final @Nullable Map<String, String> set;

    /**
     * @param set the map that the event had, null for none so far
     */
    OfEvent(LoggingEvent event, @Nullable Map<String, String> set) {
      this.event = event;
      this.set = set;
    }

    /** Another event of the same context finds it by the rules of each version. */
    @Override
    public @Nullable Map<String, String> own() {
      if (set != null) {
        return set;
      }
      LoggingEvent empty = new LoggingEvent();
      LOGGER_CONTEXT.set(empty, LOGGER_CONTEXT.get(event));
      return empty.getMDCPropertyMap();
    }

    @Override
    public boolean hasKey(String key) {
      return (Slf4j2.IS_PRESENT && Slf4j2.hasKey(event, key)) || StructuredKeys.has(event, key);
    }
  }
}
