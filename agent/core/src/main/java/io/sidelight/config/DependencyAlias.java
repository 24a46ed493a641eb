package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** A name for the hosts of one dependency: an item of option {@code dependencies}. Immutable. */
public final class DependencyAlias {
  private static final int MAX_NAME = 64;

  private final String name;
  private final HostPattern hosts;

  private DependencyAlias(String name, HostPattern hosts) {
    this.name = name;
    this.hosts = hosts;
  }

  /**
   * Reads an item such as {@code payments=*.pay.example.com}.
   *
   * @param text without white space around it
   * @return null if it is none
   */
  static @Nullable DependencyAlias parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return null;
    }
    String name = text.substring(0, equals).trim();
    HostPattern hosts = HostPattern.parse(text.substring(equals + 1).trim());
    if (hosts == null || name.isEmpty() || name.length() > MAX_NAME) {
      return null;
    }
    return new DependencyAlias(name, hosts);
  }

  /** What stands on the lines. */
  public String name() {
    return name;
  }

  /** As {@link HostPattern#doubt}. */
  @Nullable String doubt() {
    return hosts.doubt();
  }

  /** Whether this alias, if it comes first, leaves no host to the other. */
  boolean covers(DependencyAlias other) {
    return hosts.covers(other.hosts);
  }

  /**
   * Whether the host belongs to this dependency.
   *
   * @param host in lower case
   */
  public boolean matches(String host) {
    return hosts.matches(host);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DependencyAlias
        && ((DependencyAlias) other).name.equals(name)
        && ((DependencyAlias) other).hosts.equals(hosts);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + hosts.hashCode();
  }

  /** As an option has it. */
  @Override
  public String toString() {
    return name + "=" + hosts;
  }
}
