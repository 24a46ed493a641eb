package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/**
 * A block of addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3), such as {@code
 * 10.0.0.0/8} or {@code fd00::/8}; an address without a length stands for itself. Immutable.
 */
public final class CidrBlock {

  private static final int V4_BITS = 32;
  private static final int V6_BITS = 128;

  private final String text;
  private final boolean v4;
  private final IpAddress network;
  private final long highMask;
  private final long lowMask;

  private CidrBlock(String text, IpAddress network, int length) {
    this.text = text;
    this.network = network;
    this.v4 = network.isV4();
    this.highMask = mask(length);
    this.lowMask = mask(length - Long.SIZE);
  }

  /**
   * Reads a block. Bits behind the length do not count.
   *
   * @return null if it is none
   */
  static @Nullable CidrBlock parse(String text) {
    int slash = text.indexOf('/');
    IpAddress network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (network == null) {
      return null;
    }
    boolean dotted = text.indexOf(':') < 0;
    int most = dotted ? V4_BITS : V6_BITS;
    long length = slash < 0 ? most : Digits.parse(text, slash + 1, text.length());
    if (length < 0 || length > most) {
      return null;
    }
    int bits = (int) length + (dotted ? V6_BITS - V4_BITS : 0);
    return network.isV4() && bits < V6_BITS - V4_BITS ? null : new CidrBlock(text, network, bits);
  }

  /**
   * Whether an address is in the block. One of IPv4 is in no block of IPv6.
   *
   * @param address its text, perhaps with a zone ({@code fe80::1%eth0}); null or what is no address
   *     is in no block
   */
  public boolean contains(@Nullable String address) {
    if (address == null) {
      return false;
    }
    int zone = address.indexOf('%');
    IpAddress asked = IpAddress.parse(zone < 0 ? address : address.substring(0, zone));
    return asked != null
        && asked.isV4() == v4
        && ((asked.high ^ network.high) & highMask) == 0
        && ((asked.low ^ network.low) & lowMask) == 0;
  }

  /** With that many of its upper bits set; none for a negative number, all beyond 64. */
  private static long mask(int bits) {
    return bits <= 0 ? 0 : bits >= Long.SIZE ? -1L : -1L << (Long.SIZE - bits);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CidrBlock && ((CidrBlock) other).text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** As an option has it. */
  @Override
  public String toString() {
    return text;
  }
}
