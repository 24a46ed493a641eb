package io.sidelight.request;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Which request IDs are accepted, and how new ones are made. */
final class RequestId {

  private static final int LONGEST = 128;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private RequestId() {}

  /**
   * Why a request ID that was sent is not taken over; null when it is fine.
   *
   * @param lines how many header lines carried one
   */
  static @Nullable String rejection(String value, int lines) {
    if (lines > 1) {
      return "repeated";
    }
    if (value.isEmpty()) {
      return "empty";
    }
    if (value.length() > LONGEST) {
      return "too_long";
    }
    for (int i = 0; i < value.length(); i++) {
      if (!allowed(value.charAt(i))) {
        return "forbidden_character";
      }
    }
    return null;
  }

  /** {@code [A-Za-z0-9._~+/=@:-]}: what no log format, header or shell needs to quote. */
  private static boolean allowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '-' && c <= ':') // - . / 0-9 :
        || c == '_'
        || c == '~'
        || c == '+'
        || c == '='
        || c == '@';
  }

  /** A new UUID of version 7 (RFC 9562, section 5.7), which sorts by time. */
  static String create() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return uuid7(System.currentTimeMillis(), random.nextInt(), random.nextLong());
  }

  /**
   * @param millis Unix time; its lower 48 bits are used
   * @param high the lower 12 bits are used
   * @param low the lower 62 bits are used
   */
  @SuppressWarnings(
      "deprecation") // the constructor from Latin-1 bytes, the only one that just copies
  static String uuid7(long millis, int high, long low) {
    long first = (millis << 16) | 0x7000L | (high & 0x0fffL);
    long second = 0x8000000000000000L | (low & 0x3fffffffffffffffL);
    byte[] text = new byte[36];
    hex(text, 0, first >>> 32, 8);
    text[8] = '-';
    hex(text, 9, first >>> 16, 4);
    text[13] = '-';
    hex(text, 14, first, 4);
    text[18] = '-';
    hex(text, 19, second >>> 48, 4);
    text[23] = '-';
    hex(text, 24, second, 12);
    return new String(text, 0);
  }

  private static void hex(byte[] text, int from, long value, int digits) {
    for (int i = from + digits - 1; i >= from; i--) {
      text[i] = HEX[(int) value & 0xf];
      value >>>= 4;
    }
  }
}
