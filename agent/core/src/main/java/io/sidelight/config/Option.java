package io.sidelight.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one declaration of an option, from which it is read, checked, shown and documented.
 * Immutable.
 *
 * <p>A name that ends in a word between angle brackets, as in {@code level.<logger>}, declares a
 * family: one option for each word that a user puts there, or for each that is declared by itself.
 *
 * @param <T> the type of its value; immutable
 */
public final class Option<T> {
  static final String PREFIX = "sidelight.";
  static final String ENVIRONMENT_PREFIX = "SIDELIGHT_";

  private final String name;
  private final Kind<T> kind;
  private final T defaultValue;
  private final String defaultText;
  private final String help;
  private final String example;
  private final boolean secret;
  private final boolean dynamic;
  private final boolean member;

  private Option(
      String name,
      Kind<T> kind,
      T defaultValue,
      String defaultText,
      String help,
      String example,
      boolean secret,
      boolean dynamic,
      boolean member) {
    this.name = name;
    this.kind = kind;
    this.defaultValue = defaultValue;
    this.defaultText = defaultText;
    this.help = help;
    this.example = example;
    this.secret = secret;
    this.dynamic = dynamic;
    this.member = member;
  }

  /** Declares an option; the name is without {@code sidelight.}. */
  static <T> Option<T> of(String name, Kind<T> kind, T defaultValue, String help) {
    String rendered = kind.render(defaultValue);
    return new Option<>(name, kind, defaultValue, rendered, help, rendered, false, false, false);
  }

  /** The same option with another text in place of its default value. */
  Option<T> defaultText(String text) {
    return new Option<>(name, kind, defaultValue, text, help, example, secret, dynamic, false);
  }

  /** The same option with a value that shows how it is used. */
  Option<T> example(String text) {
    return new Option<>(name, kind, defaultValue, defaultText, help, text, secret, dynamic, false);
  }

  /** The same option, whose value is never shown. */
  Option<T> secret() {
    return new Option<>(name, kind, defaultValue, defaultText, help, example, true, dynamic, false);
  }

  /** The same option, whose value may change through the file while the application runs. */
  Option<T> dynamic() {
    return new Option<>(name, kind, defaultValue, defaultText, help, example, secret, true, false);
  }

  /** The option of this family with the given full name. */
  Option<T> member(String fullName) {
    return new Option<>(
        fullName, kind, defaultValue, defaultText, help, example, secret, dynamic, true);
  }

  /**
   * The option of this family with the given word, which exists whether a source sets it or not.
   */
  Option<T> declaredMember(String word, String help) {
    return new Option<>(
        familyPrefix().concat(word),
        kind,
        defaultValue,
        defaultText,
        help,
        example,
        secret,
        dynamic,
        false);
  }

  /** The name without {@code sidelight.}, such as {@code output.max-size}. */
  public String name() {
    return name;
  }

  /** The environment variable, such as {@code SIDELIGHT_OUTPUT_MAX_SIZE}. */
  public String environmentName() {
    String upper = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    return ENVIRONMENT_PREFIX.concat(upper);
  }

  /** The value when no source sets the option. Of no meaning for a family. */
  public T defaultValue() {
    return defaultValue;
  }

  /** How the default reads; empty if there is none. */
  public String defaultText() {
    return defaultText;
  }

  /** What the option does: sentences in Markdown. */
  public String help() {
    return help;
  }

  /** A value that makes sense, as a user would write it; may be empty. */
  public String example() {
    return example;
  }

  /** What values it takes, bounds included; reads after "must be". In Markdown. */
  public String values() {
    return kind.description();
  }

  /** Whether its value must never be shown. */
  public boolean isSecret() {
    return secret;
  }

  /** Whether its value may change through the file while the application runs. */
  public boolean isDynamic() {
    return dynamic;
  }

  /** Whether this declares one option for each word in place of the one in angle brackets. */
  public boolean isFamily() {
    return name.endsWith(">");
  }

  /** Whether this is one of a family that exists only where a source sets it. */
  boolean isMember() {
    return member;
  }

  /** What the names of a family begin with, such as {@code level.}. */
  String familyPrefix() {
    return name.substring(0, name.indexOf('<'));
  }

  @Nullable T parse(String text) {
    return kind.parse(text);
  }

  String render(T value) {
    return kind.render(value);
  }

  /** Why the value can hardly be the one that was meant, as {@link Kind#doubt}; or null. */
  @Nullable String doubt(T value) {
    if (secret) {
      return null;
    }
    return member ? LoggerNames.doubt(name.substring(name.indexOf('.') + 1)) : kind.doubt(value);
  }

  @Override
  public String toString() {
    return PREFIX.concat(name);
  }
}
