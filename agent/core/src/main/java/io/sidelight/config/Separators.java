package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** Finds options that another separator than the semicolon has made part of a value. */
final class Separators {
  private static final String WRONG = ",&| \t";

  private Separators() {}

  /**
   * The separator and name of the first option within a value, such as {@code ,service}; null if
   * there is none. The names of aliases are free, so there only one with the prefix counts.
   *
   * @param option what the value is for; null if that is not known
   */
  static @Nullable String optionWithin(String value, @Nullable Option<?> option, Catalog catalog) {
    for (int at = 0; at < value.length(); at++) {
      if (WRONG.indexOf(value.charAt(at)) < 0) {
        continue;
      }
      int equals = value.indexOf('=', at);
      if (equals < 0) {
        return null;
      }
      String name = value.substring(at + 1, equals).trim();
      boolean prefixed = name.startsWith(Option.PREFIX);
      String plain = prefixed ? name.substring(Option.PREFIX.length()) : name;
      boolean free = option != null && option.name().equals(Options.DEPENDENCIES.name());
      if ((prefixed || !free) && catalog.find(plain) != null) {
        return value.charAt(at) + Printable.of(name);
      }
    }
    return null;
  }
}
