package io.sidelight.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line that the application wrote, as its logging library has it. Filled on one thread, then
 * logged once; what is taken in must not change until then.
 */
public final class ApplicationLine implements Event {

  private final String logger;
  private final Level level;
  private final String message;
  private long timeMillis;
  private @Nullable String thread;
  private @Nullable Throwable thrown;
  private @Nullable List<String> markers;
  private @Nullable Map<String, Object> context;
  private boolean afterCompletion;

  /**
   * @param logger by its full name
   * @param message raw, with its arguments filled in; null is taken for {@code "null"}
   */
  public ApplicationLine(String logger, Level level, @Nullable String message) {
    this.logger = logger;
    this.level = level;
    this.message = String.valueOf(message);
  }

  /**
   * Sets when it was logged.
   *
   * @param millis since the epoch; 0 for the moment of writing
   */
  public ApplicationLine at(long millis) {
    timeMillis = millis;
    return this;
  }

  /** Sets the name of the thread that logged it; null for the one that writes it. */
  public ApplicationLine on(@Nullable String thread) {
    this.thread = thread;
    return this;
  }

  /** Sets the exception that was logged with it; null for none. */
  public ApplicationLine thrown(@Nullable Throwable thrown) {
    this.thrown = thrown;
    return this;
  }

  /** Adds the name of a marker. */
  public ApplicationLine marker(String name) {
    if (markers == null) {
      markers = new ArrayList<>(2);
    }
    markers.add(name);
    return this;
  }

  /**
   * Adds a key with its value, of the line or of the thread's context (MDC). The first value of a
   * key stays, so those of the line come first. A value of null is left out.
   */
  public ApplicationLine context(String key, @Nullable Object value) {
    if (value != null) {
      if (context == null) {
        context = new LinkedHashMap<>();
      }
      context.putIfAbsent(key, value);
    }
    return this;
  }

  /** Says whether the request that it was logged for was complete by then. */
  public ApplicationLine afterCompletion(boolean complete) {
    afterCompletion = complete;
    return this;
  }

  @Override
  public String name() {
    return message;
  }

  @Override
  public String message() {
    return message;
  }

  @Override
  public String logger() {
    return logger;
  }

  @Override
  public Level level() {
    return level;
  }

  @Override
  public long timeMillis() {
    return timeMillis;
  }

  @Override
  public @Nullable String thread() {
    return thread;
  }

  @Override
  public void writeTo(Fields fields) {
    fields.names(FieldNames.MARKERS, markers);
    Map<String, Object> members = context;
    if (members != null) {
      fields.object(FieldNames.CTX, ctx -> members.forEach(ctx::value));
    }
    fields.flag(FieldNames.AFTER_COMPLETION, afterCompletion);
    fields.exception(thrown);
  }
}
