package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** One place that says who a request is for: an item of option {@code user-id.from}. Immutable. */
public final class UserSource {
  /** Who has logged in. */
  static final UserSource PRINCIPAL = new UserSource(Origin.PRINCIPAL, "");

  private static final int MAX_NAME = 128;
  private static final HeaderNameKind HEADER_NAMES = new HeaderNameKind();

  private final Origin origin;
  private final String name;

  private UserSource(Origin origin, String name) {
    this.origin = origin;
    this.name = name;
  }

  /**
   * Reads an item such as {@code header:X-User}.
   *
   * @param text without white space around it
   * @return null if it names no source
   */
  static @Nullable UserSource parse(String text) {
    int colon = text.indexOf(':');
    String origin = colon < 0 ? text : text.substring(0, colon).trim();
    String name = colon < 0 ? "" : text.substring(colon + 1).trim();
    for (Origin known : Origin.values()) {
      if (known.text.equalsIgnoreCase(origin) && known.isNamed == colon >= 0) {
        return isName(known, name) ? new UserSource(known, name) : null;
      }
    }
    return null;
  }

  private static boolean isName(Origin origin, String name) {
    if (origin == Origin.HEADER) {
      return HEADER_NAMES.parse(name) != null;
    }
    return !origin.isNamed || (!name.isEmpty() && name.length() <= MAX_NAME);
  }

  public Origin origin() {
    return origin;
  }

  /** Name of the header, session attribute or claim; empty for the principal. */
  public String name() {
    return name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserSource
        && ((UserSource) other).origin == origin
        && ((UserSource) other).name.equals(name);
  }

  @Override
  public int hashCode() {
    return 31 * origin.hashCode() + name.hashCode();
  }

  /** As an option has it, such as {@code header:X-User}. */
  @Override
  public String toString() {
    return origin.isNamed ? origin.text.concat(":").concat(name) : origin.text;
  }

  /** The kinds of places. */
  public enum Origin {
    /** Who has logged in, as the container or a framework knows it. */
    PRINCIPAL("principal", false),
    /** A header of the request. */
    HEADER("header", true),
    /** An attribute of the session. */
    SESSION("session", true),
    /** A claim of the bearer token. */
    JWT("jwt", true);

    private final String text;
    private final boolean isNamed;

    Origin(String text, boolean isNamed) {
      this.text = text;
      this.isNamed = isNamed;
    }
  }
}
