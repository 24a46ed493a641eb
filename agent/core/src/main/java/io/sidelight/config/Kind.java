package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/**
 * What values an option takes: how they are read from text, written as text, and described.
 *
 * @param <T> the type of a value; immutable
 */
abstract class Kind<T> {

  /**
   * Reads a value.
   *
   * @param text without white space around it
   * @return null if the text is no value of this kind
   */
  abstract @Nullable T parse(String text);

  /** The text that {@link #parse} would read as the same value. */
  abstract String render(T value);

  /** Completes "a value must be …", bounds included; never holds a value that was given. */
  abstract String description();

  /**
   * Completes the sentence "the option …" with the reason why a value that is allowed can hardly be
   * the one that was meant, such as a pattern that matches nothing.
   *
   * @return without a full stop; null if there is nothing to doubt
   */
  @Nullable String doubt(T value) {
    return null;
  }
}
