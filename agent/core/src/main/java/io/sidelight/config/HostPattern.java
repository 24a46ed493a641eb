package io.sidelight.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for host names and addresses, such as {@code *.pay.example.com} or {@code 10.1.*}: each
 * {@code *} stands for any characters, and case does not count. Immutable.
 */
public final class HostPattern {
  static final HostPattern ANY = new HostPattern("*");

  private static final int MAX_LENGTH = 255;

  private final String pattern;

  private HostPattern(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @return null if no host could be like this
   */
  static @Nullable HostPattern parse(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '/' || c == '@' || c == '?' || c == '#' || c == '=') {
        return null;
      }
    }
    return new HostPattern(text.toLowerCase(Locale.ROOT));
  }

  /** Why no host can be like this; null if one can. Reads after the pattern. */
  @Nullable String doubt() {
    if (pattern.startsWith(".")) {
      return "which matches no host; write *" + Printable.of(pattern) + " for the hosts below it";
    }
    int colon = pattern.indexOf(':');
    boolean port =
        colon >= 0 && pattern.indexOf(':', colon + 1) < 0 && colon < pattern.length() - 1;
    return port ? "which matches no host: a host is given without its port" : null;
  }

  /** Whether every host that is like the other is like this one. */
  boolean covers(HostPattern other) {
    // A star of the other can only be matched by a star of this, which takes whatever it stands
    // for.
    return Globs.matches(pattern, other.pattern);
  }

  /**
   * Whether a host is like this.
   *
   * @param host in lower case
   */
  public boolean matches(String host) {
    return Globs.matches(pattern, host);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HostPattern && ((HostPattern) other).pattern.equals(pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  /** As an option has it. */
  @Override
  public String toString() {
    return pattern;
  }
}
