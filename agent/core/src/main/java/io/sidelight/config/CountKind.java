package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** A whole number within bounds, which are included. */
final class CountKind extends Kind<Integer> {
  private final int min;
  private final int max;

  /** Neither bound is negative. */
  CountKind(int min, int max) {
    this.min = min;
    this.max = max;
  }

  @Override
  @Nullable Integer parse(String text) {
    long number = Digits.parse(text, 0, text.length());
    return number >= min && number <= max ? Integer.valueOf((int) number) : null;
  }

  @Override
  String render(Integer value) {
    return value.toString();
  }

  @Override
  String description() {
    return "a whole number from " + min + " to " + max;
  }
}
