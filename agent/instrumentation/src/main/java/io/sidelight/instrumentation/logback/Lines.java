package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.sidelight.event.ApplicationLine;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.RequestContext;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/** Logback's events as lines of the agent's form. */
final class Lines {

  private Lines() {}

  static ApplicationLine of(ILoggingEvent event) {
    IThrowableProxy proxy = event.getThrowableProxy();
    Throwable thrown =
        proxy != null && proxy.getClass() == ThrowableProxy.class
            ? ((ThrowableProxy) proxy).getThrowable()
            : null;
    String message = event.getFormattedMessage();
    if (proxy != null && thrown == null) {
      // Of another process, or of the application's own making: there is only the text.
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
    LoggedRequest request = RequestContext.requestIn(EventContext.heldBy(event));
    addContext(line, event, request);
    return line.afterCompletion(request != null && request.isComplete());
  }

  @SuppressWarnings("deprecation") // Logback 1.2 has no other
  private static void addMarker(ApplicationLine line, ILoggingEvent event) {
    Marker marker = event.getMarker();
    if (marker != null) {
      line.marker(marker.getName());
    }
  }

  /** What the event answers, without the request that is in it. */
  private static void addContext(
      ApplicationLine line, ILoggingEvent event, @Nullable LoggedRequest request) {
    Map<String, String> shown = event.getMDCPropertyMap();
    if (shown instanceof RequestContext) {
      ((RequestContext) shown).own().forEach(line::context);
    } else if (shown != null) {
      Map<String, String> held = EventContext.heldBy(event);
      Map<String, String> own =
          held instanceof RequestContext ? ((RequestContext) held).own() : Collections.emptyMap();
      shown.forEach(
          (key, value) -> {
            if (request == null || own.containsKey(key) || !request.has(key, value)) {
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
