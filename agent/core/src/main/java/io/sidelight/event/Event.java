package io.sidelight.event;

import org.jspecify.annotations.Nullable;

/** One line to be: what it is called, how severe it is, and its own fields. */
public interface Event {

  /** Value of {@code event} and of {@code msg}, such as {@code request_completed}. */
  String name();

  /** Short logger name, such as {@code http}. */
  String logger();

  Level level();

  /**
   * Writes the event's own fields in the order of the contract. Called at most once, on the thread
   * that logs the event. What is raw goes in raw: {@link Fields} redacts each channel.
   */
  void writeTo(Fields fields);

  /** Whether the line belongs to the audit trail, which may have a destination of its own. */
  default boolean audit() {
    return false;
  }

  /**
   * Raw message of a line that the application wrote; such a line has no {@code event}. Null for
   * the agent's own lines, whose message is their {@link #name}.
   */
  default @Nullable String message() {
    return null;
  }

  /** When it happened, in milliseconds since the epoch; 0 for the moment of writing. */
  default long timeMillis() {
    return 0;
  }

  /** Name of the thread on which it happened; null for the thread that writes the line. */
  default @Nullable String thread() {
    return null;
  }
}
