package io.sidelight.instrumentation.log4j;

import io.sidelight.event.ApplicationLine;
import io.sidelight.event.Level;
import io.sidelight.exchange.GuardedCall;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.MaskedLine;
import java.util.Map;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.jspecify.annotations.Nullable;

/** Lines of the application, made of what Log4j knows of them. */
final class Lines {

  private Lines() {}

  /**
   * The line of an event.
   *
   * @param data the event's context data
   * @param request that is in the data
   */
  static ApplicationLine of(
      LogEvent event, @Nullable ReadOnlyStringMap data, @Nullable LoggedRequest request) {
    Message message = event.getMessage();
    ApplicationLine line =
        start(event, message == null ? "" : text(message))
            .thrown(event.getThrown())
            .afterCompletion(request != null && request.isComplete());
    add(event.getMarker(), message, line);
    if (data != null) {
      add(data, request, line);
    }
    return line;
  }

  /** In place of a line that could not be masked. */
  static ApplicationLine withheld(LogEvent event) {
    return start(event, MaskedLine.WITHHELD);
  }

  /** A line that is about to be logged on this thread. */
  static ApplicationLine now(
      String logger,
      org.apache.logging.log4j.Level level,
      @Nullable Marker marker,
      Message message,
      @Nullable Throwable thrown) {
    ApplicationLine line =
        start(logger, level, text(message))
            .thrown(thrown == null ? GuardedCall.orNull(message::getThrowable) : thrown);
    add(marker, message, line);
    // Sorted, as events have it.
    add(ContextDataFactory.createContextData(ThreadContext.getImmutableContext()), null, line);
    return line;
  }

  /** The text of a message; without its arguments if these can't be read. */
  private static String text(Message message) {
    String formatted = GuardedCall.orNull(message::getFormattedMessage);
    if (formatted != null) {
      return formatted;
    }
    String format = GuardedCall.orNull(message::getFormat);
    return format == null || format.isEmpty()
        ? GuardedCall.text(message::getFormattedMessage)
        : format;
  }

  private static ApplicationLine start(LogEvent event, String message) {
    return start(event.getLoggerName(), event.getLevel(), message)
        .at(event.getTimeMillis())
        .on(event.getThreadName());
  }

  private static ApplicationLine start(
      @Nullable String logger, org.apache.logging.log4j.Level level, String message) {
    Level severity = severity(level);
    return new ApplicationLine(
        logger == null ? "" : logger, severity == null ? Level.DEBUG : severity, message);
  }

  private static void add(
      @Nullable Marker marker, @Nullable Message message, ApplicationLine line) {
    if (marker != null) {
      add(marker, line);
    }
    if (message instanceof MapMessage) {
      Map<String, ?> data = GuardedCall.orNull(() -> ((MapMessage<?, ?>) message).getData());
      if (data != null) {
        data.forEach(line::context);
      }
    }
  }

  private static void add(
      ReadOnlyStringMap data, @Nullable LoggedRequest request, ApplicationLine line) {
    data.forEach(
        (key, value) -> {
          // Log4j takes a key of null.
          if (key != null && !EventContext.isAdded(request, key, value)) {
            line.context(key, value);
          }
        });
  }

  private static void add(Marker marker, ApplicationLine line) {
    line.marker(GuardedCall.text(marker::getName));
    Marker[] parents = GuardedCall.orNull(marker::getParents);
    if (parents != null) {
      for (Marker parent : parents) {
        add(parent, line);
      }
    }
  }

  /** By its number, which levels of the application have too; null for one below DEBUG. */
  static @Nullable Level severity(org.apache.logging.log4j.Level level) {
    int number = level.intLevel();
    if (number <= org.apache.logging.log4j.Level.ERROR.intLevel()) {
      return Level.ERROR;
    }
    if (number <= org.apache.logging.log4j.Level.WARN.intLevel()) {
      return Level.WARN;
    }
    if (number <= org.apache.logging.log4j.Level.INFO.intLevel()) {
      return Level.INFO;
    }
    return number <= org.apache.logging.log4j.Level.DEBUG.intLevel() ? Level.DEBUG : null;
  }
}
