package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** A key of which nobody can try out all, or none at all. */
final class SecretKind extends Kind<String> {
  private static final int MIN_LENGTH = 16;
  private static final int MAX_LENGTH = 1024;

  @Override
  @Nullable String parse(String text) {
    boolean fits = text.length() >= MIN_LENGTH && text.length() <= MAX_LENGTH;
    return text.isEmpty() || (fits && !Printable.hasControls(text)) ? text : null;
  }

  @Override
  String render(String value) {
    return value;
  }

  @Override
  String description() {
    return "text of " + MIN_LENGTH + " to " + MAX_LENGTH + " characters, none of them a control";
  }
}
