package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.sidelight.event.ApplicationLine;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.RequestContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/** Logback's events as lines of the agent's form. */
final class Lines {

  private Lines() {}

  static ApplicationLine of(ILoggingEvent event) {
    IThrowableProxy proxy = event.getThrowableProxy();
    Throwable thrown =
        proxy instanceof ThrowableProxy ? ((ThrowableProxy) proxy).getThrowable() : null;
    String message = event.getFormattedMessage();
    if (proxy != null && thrown == null) {
      // Of another process: there is only the text.
      message = message + System.lineSeparator() + ThrowableProxyUtil.asString(proxy);
    }
    io.sidelight.event.Level level = level(event.getLevel());
    ApplicationLine line =
        new ApplicationLine(
                event.getLoggerName(),
                level == null ? io.sidelight.event.Level.DEBUG : level,
                message)
            .at(event.getTimeStamp())
            .on(event.getThreadName())
            .thrown(thrown);
    if (Slf4j2.IS_PRESENT) {
      Slf4j2.addTo(line, event);
    } else {
      addMarker(line, event);
    }
    addContext(line, event);
    LoggedRequest request = RequestContext.requestIn(EventContext.heldBy(event));
    return line.afterCompletion(request != null && request.isComplete());
  }

  @SuppressWarnings("deprecation") // Logback 1.2 has no other
  private static void addMarker(ApplicationLine line, ILoggingEvent event) {
    Marker marker = event.getMarker();
    if (marker != null) {
      line.marker(marker.getName());
    }
  }

  private static void addContext(ApplicationLine line, ILoggingEvent event) {
    Map<String, String> shown = event.getMDCPropertyMap();
    Map<String, String> held = EventContext.heldBy(event);
    Map<String, String> own = RequestContext.ownIn(held);
    if (own != null) {
      own.forEach(line::context);
    }
    if (shown != null && shown != held) {
      LoggedRequest request = RequestContext.requestIn(held);
      shown.forEach(
          (key, value) -> {
            if (request == null || request.value(key) == null) {
              line.context(key, value);
            }
          });
    }
  }

  /** Null for one below DEBUG. */
  static io.sidelight.event.@Nullable Level level(Level level) {
    int value = level.toInt();
    if (value >= Level.ERROR_INT) {
      return io.sidelight.event.Level.ERROR;
    }
    if (value >= Level.WARN_INT) {
      return io.sidelight.event.Level.WARN;
    }
    if (value >= Level.INFO_INT) {
      return io.sidelight.event.Level.INFO;
    }
    return value >= Level.DEBUG_INT ? io.sidelight.event.Level.DEBUG : null;
  }
}
