package io.sidelight.config;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address, read from its text without asking anybody for a name. An IPv4 address
 * that is written as an IPv6 one ({@code ::ffff:10.1.2.3}) is the IPv4 address. Immutable.
 */
final class IpAddress {

  private static final int GROUPS = 8;
  private static final long MAPPED = 0xffff_0000_0000L;

  /** The 128 bits of it, IPv4 as mapped. */
  final long high;

  final long low;

  private IpAddress(long high, long low) {
    this.high = high;
    this.low = low;
  }

  /** Whether it is one of IPv4. */
  boolean isV4() {
    return high == 0 && (low & ~0xffff_ffffL) == MAPPED;
  }

  /**
   * Reads an address: four decimal numbers, or IPv6 as in RFC 4291, section 2.2.
   *
   * @return null if it is none
   */
  static @Nullable IpAddress parse(String text) {
    if (text.indexOf(':') >= 0) {
      return v6(text);
    }
    long address = v4(text);
    return address < 0 ? null : new IpAddress(0, MAPPED | address);
  }

  /** -1 if it is none. A zero in front is refused: some read such a number as octal. */
  private static long v4(String text) {
    long address = 0;
    int at = 0;
    for (int part = 0; part < 4; part++) {
      int end = part == 3 ? text.length() : text.indexOf('.', at);
      boolean padded = end - at > 1 && text.charAt(at) == '0';
      long number = padded ? -1 : Digits.parse(text, at, end);
      if (number < 0 || number > 255) {
        return -1;
      }
      address = address << 8 | number;
      at = end + 1;
    }
    return address;
  }

  private static @Nullable IpAddress v6(String text) {
    int[] groups = new int[GROUPS];
    int count = 0;
    int gap = text.startsWith("::") ? 0 : -1;
    int at = gap == 0 ? 2 : 0;
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      int end = colon < 0 ? text.length() : colon;
      boolean dotted = colon < 0 && text.indexOf('.', at) >= 0;
      if (count + (dotted ? 2 : 1) > GROUPS) {
        return null;
      }
      long value = dotted ? v4(text.substring(at)) : hex(text, at, end);
      if (value < 0) {
        return null;
      }
      if (dotted) {
        groups[count++] = (int) (value >>> 16);
      }
      groups[count++] = (int) (value & 0xffff);
      at = end + 1;
      if (at == text.length()) {
        return null; // a single colon at the end
      }
      if (at < text.length() && text.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = count;
        at++;
      }
    }
    if (gap < 0 ? count < GROUPS : count == GROUPS) {
      return null;
    }
    if (gap >= 0) {
      fill(groups, gap, count);
    }
    return new IpAddress(bits(groups, 0), bits(groups, GROUPS / 2));
  }

  /** Puts the zeros in that {@code ::} stands for. */
  private static void fill(int[] groups, int gap, int count) {
    int missing = GROUPS - count;
    System.arraycopy(groups, gap, groups, gap + missing, count - gap);
    Arrays.fill(groups, gap, gap + missing, 0);
  }

  private static long bits(int[] groups, int from) {
    long bits = 0;
    for (int i = from; i < from + GROUPS / 2; i++) {
      bits = bits << 16 | groups[i];
    }
    return bits;
  }

  private static int hex(String text, int from, int to) {
    if (to == from || to - from > 4) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
