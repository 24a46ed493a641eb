package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** Bounded text without control characters. */
class TextKind extends Kind<String> {
  private final int minLength;
  private final int maxLength;
  private final String noun;

  /** Lengths are in UTF-16 units, bounds included. */
  TextKind(int minLength, int maxLength, String noun) {
    this.minLength = minLength;
    this.maxLength = maxLength;
    this.noun = noun;
  }

  @Override
  @Nullable String parse(String text) {
    boolean fits = text.length() >= minLength && text.length() <= maxLength;
    return fits && !Printable.hasControls(text) ? text : null;
  }

  @Override
  String render(String value) {
    return value;
  }

  @Override
  String description() {
    return noun + " of " + minLength + " to " + maxLength + " characters, none of them a control";
  }
}
