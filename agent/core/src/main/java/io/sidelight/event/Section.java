package io.sidelight.event;

/** The members of an object inside a line, such as {@code deps} or {@code ids}. */
@FunctionalInterface
public interface Section {

  /** Writes the members. Called at most once, on the thread that logs the event. */
  void writeTo(Fields fields);
}
