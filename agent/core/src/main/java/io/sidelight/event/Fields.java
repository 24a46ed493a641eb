package io.sidelight.event;

import io.sidelight.exchange.Headers;
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

  /** A URL: userinfo, path, matrix parameters and query are masked as each asks for. */
  void url(String name, @Nullable String url);

  /** An object of header names and values; values are masked by the name of the header. */
  void headers(String name, Headers headers);

  /**
   * Text whose secrecy depends on the key it was found under, such as an option's value or an
   * identifier: masked whole when {@code key} is a sensitive one, else treated as {@link #text}.
   */
  void keyed(String name, String key, @Nullable String value);

  /**
   * A value under a key, both from outside: a whole number as such, all else as its text. It is
   * masked whole when the key is a sensitive one, else treated as {@link #text}.
   */
  void value(String key, @Nullable Object value);

  /**
   * An object with the members that {@code section} writes; without members it writes nothing. In
   * there, {@link #text} is {@link #keyed} by its own name, and names are taken as coming from
   * outside. A section that throws leaves no trace of the object.
   */
  void object(String name, @Nullable Section section);

  /** An object of option names, each with the text of its value and its source. */
  void settings(String name, Map<String, String> settings);

  /** Class, message and stack of an exception with its causes, bounded; written as {@code exc}. */
  void exception(@Nullable Throwable thrown);
}
