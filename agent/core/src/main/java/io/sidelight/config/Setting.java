package io.sidelight.config;

import io.sidelight.redact.Redactor;

/** The value that counts for an option, and where it came from. Immutable. */
final class Setting<T> {
  static final String NOTHING = "-";

  final Option<T> option;
  final T value;
  final Source source;

  Setting(Option<T> option, T value, Source source) {
    this.option = option;
    this.value = value;
    this.source = source;
  }

  static <T> Setting<T> ofDefault(Option<T> option) {
    return new Setting<>(option, option.defaultValue(), Source.DEFAULT);
  }

  /** Whether it says the same as if nobody had set it. */
  boolean isDefault() {
    return !option.isMember() && value.equals(option.defaultValue());
  }

  boolean hasValueOf(Setting<?> other) {
    return value.equals(other.value);
  }

  /** The value, safe to show anywhere: masked if secret, without control characters, bounded. */
  String shown() {
    if (option.isSecret() && !isDefault()) {
      return Redactor.MASK;
    }
    String text = source == Source.DEFAULT ? option.defaultText() : option.render(value);
    return text.isEmpty() ? NOTHING : Printable.of(text);
  }

  /** The value and its source, such as {@code 500ms (file)}. */
  String shownWithSource() {
    return new StringBuilder(shown()).append(" (").append(source).append(')').toString();
  }
}
