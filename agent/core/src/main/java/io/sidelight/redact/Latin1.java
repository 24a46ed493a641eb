package io.sidelight.redact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A text as bytes, one for each character, to be looked at eight at a time: a character of Latin-1
 * as itself, any other as a question mark, which may therefore stand for anything.
 *
 * <p>Bytes of a word are compared all at once: what is said of one stands in its highest bit. Those
 * bits are cleared before anything is added, so that no sum reaches into the next byte.
 */
final class Latin1 {

  /** Characters of a word. */
  static final int WORD = 8;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = ONES << 7;
  private static final int UUID = 36;
  private static final int HEX_OF_UUID = 32;

  /** 1 for a hexadecimal digit. */
  private static final byte[] HEX = new byte[256];

  static {
    for (char c = 0; c < 128; c++) {
      HEX[c] = (byte) (Character.digit(c, 16) < 0 ? 0 : 1);
    }
  }

  private Latin1() {}

  static byte[] of(String s) {
    byte[] text = s.getBytes(StandardCharsets.ISO_8859_1);
    return text.length == s.length() ? text : oneByOne(s);
  }

  /** The JDK makes one question mark of the two halves of a surrogate pair. */
  private static byte[] oneByOne(String s) {
    byte[] text = new byte[s.length()];
    for (int i = 0; i < text.length; i++) {
      char c = s.charAt(i);
      text[i] = c < 256 ? (byte) c : (byte) '?';
    }
    return text;
  }

  /** The eight characters from {@code at} on, the first in the lowest byte. */
  static long word(byte[] text, int at) {
    return (long) WORDS.get(text, at);
  }

  static boolean blank(byte b) {
    return b >= 0 && b <= ' ';
  }

  /**
   * The first character in {@code text[from, to)} that is a double quote, a backslash, a percent
   * sign or one of {@code : = > ?}; {@code #} and {@code $} count too. {@code to} if there is none.
   */
  static int plainEnd(byte[] text, int from, int to) {
    int i = from;
    for (; i + WORD <= to; i += WORD) {
      long word = word(text, i);
      long low = word & ~HIGHS;
      long stops =
          between(low, '"', '%') | between(low, '=', '?') | same(low, ':') | same(low, '\\');
      stops &= ~word & HIGHS;
      if (stops != 0) {
        return i + (Long.numberOfTrailingZeros(stops) >>> 3);
      }
    }
    while (i < to && !stops(text[i])) {
      i++;
    }
    return i;
  }

  private static boolean stops(byte b) {
    return (b >= '"' && b <= '%') || (b >= '=' && b <= '?') || b == ':' || b == '\\';
  }

  /** End of the digits, signs, dots and exponents from {@code from} on. */
  static int numberEnd(byte[] text, int from, int to) {
    int i = from;
    while (i < to && (digit(text[i]) || sign(text[i]) || text[i] == '.' || exponent(text[i]))) {
      i++;
    }
    return i;
  }

  /** How many digits there are. */
  static int digits(byte[] text, int from, int to) {
    int digits = 0;
    int i = from;
    for (; i + WORD <= to; i += WORD) {
      long word = word(text, i);
      digits += Long.bitCount(between(word & ~HIGHS, '0', '9') & ~word & HIGHS);
    }
    for (; i < to; i++) {
      digits += digit(text[i]) ? 1 : 0;
    }
    return digits;
  }

  /**
   * Whether the 36 characters from {@code from} on are a UUID; fewer than those must not follow.
   */
  static boolean uuid(byte[] text, int from) {
    int hex = 0;
    for (int i = from; i < from + UUID; i++) {
      hex += HEX[text[i] & 0xff];
    }
    return hex == HEX_OF_UUID
        && text[from + 8] == '-'
        && text[from + 13] == '-'
        && text[from + 18] == '-'
        && text[from + 23] == '-';
  }

  static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean sign(byte b) {
    return b == '-' || b == '+';
  }

  private static boolean exponent(byte b) {
    return b == 'e' || b == 'E';
  }

  private static long between(long low, int least, int most) {
    return low + ONES * (0x80 - least) & ~(low + ONES * (0x7F - most));
  }

  private static long same(long low, int c) {
    return ~((low ^ ONES * c) + ~HIGHS);
  }
}
