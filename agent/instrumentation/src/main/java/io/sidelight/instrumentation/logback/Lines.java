package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.sidelight.event.ApplicationLine;
import io.sidelight.exchange.GuardedCall;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.MaskedLine;
import io.sidelight.log.RequestContext;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.MessageFormatter;

/** Logback's events as lines of the agent's form. */
final class Lines {

  private Lines() {}

  static ApplicationLine of(ILoggingEvent event) {
    IThrowableProxy proxy = event.getThrowableProxy();
    Throwable thrown =
        proxy != null && proxy.getClass() == ThrowableProxy.class
            ? ((ThrowableProxy) proxy).getThrowable()
            : null;
    return of(event, GuardedCall.text(event::getFormattedMessage), proxy, thrown);
  }

  /**
   * A line that is about to be logged on this thread.
   *
   * @param event without arguments and exception, whose code it would have run
   */
  static ApplicationLine now(
      LoggingEvent event,
      @Nullable String message,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    Throwable shown = thrown;
    String text = String.valueOf(message);
    if (arguments != null && arguments.length > 0) {
      FormattingTuple tuple = MessageFormatter.arrayFormat(message, texts(arguments));
      text = String.valueOf(tuple.getMessage());
      shown = thrown == null ? tuple.getThrowable() : thrown;
    }
    return of(event, text, null, shown);
  }

  /** SLF4J would report what is thrown on standard error, and stop at a stack overflow's depth. */
  private static @Nullable Object[] texts(@Nullable Object[] arguments) {
    @Nullable Object[] texts = arguments.clone();
    for (int i = 0; i < texts.length; i++) {
      Object argument = texts[i];
      boolean isThrown = argument instanceof Throwable && i == texts.length - 1;
      if (argument != null && !isThrown && !argument.getClass().isArray()) {
        texts[i] = GuardedCall.text(argument);
      }
    }
    return texts;
  }

  /** In place of a line that could not be masked. */
  static ApplicationLine withheld(ILoggingEvent event) {
    return start(event, MaskedLine.WITHHELD);
  }

  private static ApplicationLine of(
      ILoggingEvent event,
      String formatted,
      @Nullable IThrowableProxy proxy,
      @Nullable Throwable thrown) {
    String message = formatted;
    if (proxy != null && thrown == null) {
      // Of another process, or of the application's own making: there is only the text.
      message = message + System.lineSeparator() + ThrowableProxyUtil.asString(proxy);
    }
    ApplicationLine line = start(event, message).thrown(thrown);
    if (Slf4j2.IS_PRESENT) {
      Slf4j2.addTo(line, event);
    } else {
      addMarker(line, event);
    }
    LoggedRequest request = RequestContext.requestIn(EventContext.heldBy(event));
    addContext(line, event, request);
    return line.afterCompletion(request != null && request.isComplete());
  }

  private static ApplicationLine start(ILoggingEvent event, String message) {
    io.sidelight.event.Level level = level(event.getLevel());
    return new ApplicationLine(
            event.getLoggerName(), level == null ? io.sidelight.event.Level.DEBUG : level, message)
        .at(event.getTimeStamp())
        .on(event.getThreadName());
  }

  @SuppressWarnings("deprecation") // Logback 1.2 has no other
  private static void addMarker(ApplicationLine line, ILoggingEvent event) {
    Marker marker = event.getMarker();
    if (marker != null) {
      line.marker(GuardedCall.text(marker::getName));
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
