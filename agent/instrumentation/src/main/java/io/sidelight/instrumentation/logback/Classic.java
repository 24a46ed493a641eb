package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.layout.TTLLLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.RequestContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Logback's core, which knows no lines of loggers, is asked about them. */
final class Classic {

  /** An application may have the core without it, for its access log. */
  private static final boolean PRESENT = isPresent();

  private Classic() {}

  /**
   * Whether a layout makes text of lines by a pattern, or by the fixed one of a Logback that nobody
   * has configured.
   */
  static boolean isPattern(@Nullable Object layout) {
    return PRESENT && (layout instanceof PatternLayout || layout instanceof TTLLLayout);
  }

  /** An event as JSON; null if it is none of a logger. */
  static byte @Nullable [] json(@Nullable Object event, ApplicationLog log) {
    if (!(event instanceof ILoggingEvent)) {
      return null;
    }
    ILoggingEvent line = (ILoggingEvent) event;
    return log.line(Lines.of(line), RequestContext.requestIn(EventContext.heldBy(line)));
  }

  /** In place of an event that could not be masked. */
  static byte[] withheld(@Nullable Object event, ApplicationLog log) {
    ILoggingEvent line = (ILoggingEvent) Objects.requireNonNull(event);
    return log.line(Lines.withheld(line), RequestContext.requestIn(EventContext.heldBy(line)));
  }

  private static boolean isPresent() {
    try {
      Class.forName("ch.qos.logback.classic.PatternLayout", false, Classic.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
