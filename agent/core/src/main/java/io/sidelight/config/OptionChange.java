package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** One option whose value changed while the application runs, safe to show. Immutable. */
public final class OptionChange {
  private final String option;
  private final String from;
  private final String to;

  private OptionChange(String option, String from, String to) {
    this.option = option;
    this.from = from;
    this.to = to;
  }

  static OptionChange of(String name, @Nullable Setting<?> from, @Nullable Setting<?> to) {
    return new OptionChange(Printable.of(name), shown(from), shown(to));
  }

  /** The name of the option without {@code sidelight.}. */
  public String option() {
    return option;
  }

  /** The value before: masked if secret, {@code -} if there was none. */
  public String from() {
    return from;
  }

  /** The value now: masked if secret, {@code -} if there is none any more. */
  public String to() {
    return to;
  }

  @Override
  public String toString() {
    return option + ": " + from + " -> " + to;
  }

  private static String shown(@Nullable Setting<?> setting) {
    return setting == null ? Setting.NOTHING : setting.shown();
  }
}
