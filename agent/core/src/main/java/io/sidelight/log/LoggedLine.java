package io.sidelight.log;

import io.sidelight.exchange.ByIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a line between the moment of logging and that of writing, where the library's
 * event has no place for it. Events are held weakly. Immutable; {@link #of} is thread-safe.
 */
public final class LoggedLine {

  private static final ByIdentity<Object, LoggedLine> LINES = new ByIdentity<>();

  private final @Nullable LoggedRequest request;
  private final String thread;

  private LoggedLine(@Nullable LoggedRequest request, String thread) {
    this.request = request;
    this.thread = thread;
  }

  /**
   * The event is being logged on this thread. One that was logged before and goes on to another
   * logger on a thread without a request stays what it was.
   */
  public static void logged(Object event) {
    ApplicationLog log = ApplicationLog.get();
    LoggedRequest request = log.request();
    if (request != null || (log.isJson() && LINES.get(event) == null)) {
      LINES.put(event, new LoggedLine(request, Thread.currentThread().getName()));
    } else {
      LINES.forgetCollected();
    }
  }

  /** The library goes on with a copy of an event. */
  public static void copied(Object event, Object copy) {
    LoggedLine line = LINES.get(event);
    if (line != null) {
      LINES.put(copy, line);
    }
  }

  /** Null for a line that was logged outside a request, or that did not pass a logger. */
  public static @Nullable LoggedLine of(Object event) {
    return LINES.get(event);
  }

  /** As {@link #of}, the request alone. */
  public static @Nullable LoggedRequest requestOf(Object event) {
    LoggedLine line = LINES.get(event);
    return line == null ? null : line.request;
  }

  /** For which it was logged, null for none. */
  public @Nullable LoggedRequest request() {
    return request;
  }

  /** Name of the thread that logged it. */
  public String thread() {
    return thread;
  }
}
