package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the options: a sentence for users, free of secrets and control characters.
 * Two are equal when they differ in nothing but the line of the options file, so that a line that
 * only moved is not reported again. Immutable.
 */
final class Problem {
  private final String text;
  private final String identity;

  private Problem(String text, String identity) {
    this.text = text;
    this.identity = identity;
  }

  static Problem of(String sentence) {
    return new Problem(sentence, sentence);
  }

  /** A sentence that has the number of a line in between; 0 leaves the line out. */
  static Problem inLine(String before, int line, String after) {
    String identity = before.concat(after);
    return line == 0 ? of(identity) : new Problem(before + " in line " + line + after, identity);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Problem && ((Problem) other).identity.equals(identity);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }

  /** The sentence. */
  @Override
  public String toString() {
    return text;
  }
}
