package io.sidelight.output;

import io.sidelight.event.Event;
import io.sidelight.event.Level;
import io.sidelight.event.RequestInfo;
import io.sidelight.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Turns an event into the bytes of one line, line end included. The order of the parts is fixed
 * here; how they look is up to the subclass. Used by one thread at a time, again and again.
 */
abstract class LineEncoder extends RedactingFields {

  static final String UNKNOWN = "-";

  private final Clock clock;
  private @Nullable String threadName;
  private String maskedThreadName = UNKNOWN;

  LineEncoder(Redactor redactor, Clock clock) {
    super(redactor);
    this.clock = clock;
  }

  /** Starts a line. {@code event} is null for a line of the application. */
  abstract void head(
      long millis, Level level, String logger, String message, @Nullable String event);

  /** Each is {@link #UNKNOWN} when not known; without a request all of them are. */
  abstract void identity(
      boolean inRequest, String requestId, String userId, String method, String path);

  abstract void trace(@Nullable String traceId, @Nullable String spanId);

  /** The labels of the settings and the name of the thread. */
  abstract void origin(String thread);

  /** {@code text} is redacted and bounded. */
  abstract void failure(Throwable thrown, String text);

  /** Ends the line and hands out its bytes in an array of their own. */
  abstract byte[] finish();

  /**
   * The bytes of one line.
   *
   * <p>One method in place of several small ones, and longer than the 325 bytes of code up to which
   * HotSpot's C2 inlines a hot method ({@code FreqInlineSize}), on purpose: all of the encoding
   * would be compiled again into each of its callers, the container's own methods among them, and
   * keep the compiler busy for seconds while a service warms up.
   */
  final byte[] encode(Event event, @Nullable RequestInfo request, Redactor with) {
    if (with != redactor()) {
      threadName = null;
    }
    beginFields(with);
    String message = event.message();
    long millis = event.timeMillis();
    head(
        millis == 0 ? clock.millis() : millis,
        event.level(),
        event.logger(),
        message == null ? event.name() : masked(message, Redactor.MASK),
        message == null ? event.name() : null);
    if (request == null) {
      identity(false, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    } else {
      identity(
          true,
          request.hasOwnId() ? request.requestId() : masked(request.requestId(), UNKNOWN),
          masked(request.userId(), UNKNOWN),
          masked(request.method(), UNKNOWN),
          maskedPath(request.path(), UNKNOWN));
    }
    try {
      event.writeTo(this);
    } catch (Throwable failure) {
      Diagnostics.rethrowFatal(failure);
      Diagnostics.report("event", "An event could not write all of its fields.", failure);
    }
    if (request != null) {
      String traceId = request.traceId();
      String spanId = request.spanId();
      trace(
          traceId == null ? null : masked(traceId, UNKNOWN),
          spanId == null ? null : masked(spanId, UNKNOWN));
    }
    origin(thread(event.thread()));
    Throwable thrown = thrown();
    int mark = mark();
    try {
      if (thrown != null) {
        failure(thrown, ExceptionText.of(thrown, redactor()));
      }
    } catch (Throwable failure) {
      Diagnostics.rethrowFatal(failure);
      rollback(mark, 0);
      Diagnostics.report("exc", "An exception could not be written and was left out.", failure);
    }
    return finish();
  }

  /** A thread logs many lines under one name, so the last name is kept with its masked form. */
  private String thread(@Nullable String given) {
    String name = given == null ? Thread.currentThread().getName() : given;
    if (!sameObject(name, threadName)) {
      maskedThreadName = masked(name, UNKNOWN);
      threadName = name;
    }
    return maskedThreadName;
  }

  @SuppressWarnings({"ReferenceEquality", "StringEquality"}) // a cheap hint, equal is not needed
  private static boolean sameObject(String name, @Nullable String other) {
    return name == other;
  }
}
