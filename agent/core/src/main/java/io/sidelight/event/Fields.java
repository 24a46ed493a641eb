package io.sidelight.event;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an event writes its fields. Each method stands for a channel, and the implementation
 * redacts what comes through it, so that a producer can't forget to. A null value writes nothing.
 *
 * <p>Implementations never throw. Not thread-safe.
 */
public interface Fields {

  /** Free text from outside the agent: secrets in it are masked. */
  void text(String name, @Nullable String value);

  /**
   * A value that the agent itself made or checked (a class name, an enum name): written as it is.
   */
  void constant(String name, @Nullable String value);

  void number(String name, long value);

  /** A duration as milliseconds with at most two decimals. */
  void millis(String name, long nanos);

  /** Written as {@code true}; a false flag writes nothing. */
  void flag(String name, boolean value);

  /** An array of names (never values), such as query keys; an empty collection writes nothing. */
  void names(String name, @Nullable Collection<String> values);

  /** A raw query string without its {@code ?}; values are masked by the name of their key. */
  void query(String name, @Nullable String rawQuery);

  /** An object of header names and values; values are masked by the name of the header. */
  void headers(String name, Headers headers);

  /** An object of option names, each with the text of its value and its source. */
  void settings(String name, Map<String, String> settings);

  /** Class, message and stack of an exception with its causes, bounded; written as {@code exc}. */
  void exception(@Nullable Throwable thrown);
}
