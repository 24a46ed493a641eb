package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.sidelight.event.ApplicationLine;
import io.sidelight.exchange.GuardedCall;
import java.util.List;
import org.slf4j.Marker;
import org.slf4j.event.DefaultLoggingEvent;
import org.slf4j.event.KeyValuePair;

/** What events have since Logback 1.3; with 1.2 nothing but {@link #IS_PRESENT} is used. */
final class Slf4j2 {

  static final boolean IS_PRESENT = isPresent();

  private Slf4j2() {}

  /** Adds the markers and the key-values of an event. */
  static void addTo(ApplicationLine line, ILoggingEvent event) {
    List<Marker> markers = event.getMarkerList();
    if (markers != null) {
      markers.forEach(marker -> line.marker(GuardedCall.text(marker::getName)));
    }
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> line.context(String.valueOf(pair.key), pair.value));
    }
  }

  /** Whether an event has a key-value of that key. */
  static boolean hasKey(ILoggingEvent event, String key) {
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      for (KeyValuePair pair : pairs) {
        if (pair != null && key.equals(pair.key)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether one of an event's markers writes a field of that name. */
  static boolean hasMarker(ILoggingEvent event, String key) {
    List<Marker> markers = event.getMarkerList();
    if (markers != null) {
      for (Marker marker : markers) {
        if (StructuredKeys.inMarker(marker, key)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The line of the event that {@code Logger.log} is about to make. */
  static ApplicationLine line(Logger logger, org.slf4j.event.LoggingEvent fluent) {
    LoggingEvent event =
        new LoggingEvent(Logger.FQCN, logger, level(fluent), fluent.getMessage(), null, null);
    List<Marker> markers = fluent.getMarkers();
    if (markers != null) {
      markers.forEach(event::addMarker);
    }
    event.setKeyValuePairs(fluent.getKeyValuePairs());
    return Lines.now(event, fluent.getMessage(), fluent.getArgumentArray(), fluent.getThrowable());
  }

  /** The same event without what the application's code would run for. */
  static org.slf4j.event.LoggingEvent emptied(Logger logger, org.slf4j.event.LoggingEvent fluent) {
    DefaultLoggingEvent emptied = new DefaultLoggingEvent(fluent.getLevel(), logger);
    emptied.setMessage(fluent.getMessage());
    return emptied;
  }

  static Level level(org.slf4j.event.LoggingEvent fluent) {
    return Level.convertAnSLF4JLevel(fluent.getLevel());
  }

  private static boolean isPresent() {
    try {
      Class.forName("org.slf4j.event.KeyValuePair", false, Slf4j2.class.getClassLoader());
      ILoggingEvent.class.getMethod("getKeyValuePairs");
      return true;
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      return false;
    }
  }
}
