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

  /** Pairs of neighbours in a word. */
  static final int PAIRS = WORD - 1;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = ONES << 7;
  private static final int TRUE = (int) word(bytes("true    "), 0);
  private static final int NULL = (int) word(bytes("null    "), 0);
  private static final int FALS = (int) word(bytes("fals    "), 0);
  private static final long DATE = word(bytes("0000-00-"), 0);
  private static final long DATE_LIMITS = limits(DATE);
  private static final long TIME = word(bytes("00T00:00"), 0);
  private static final long TIME_LIMITS = limits(TIME);

  /** Characters of date and time to the minute with the colon after it. */
  static final int DATE_AND_TIME = 17;

  private static final int UUID = 36;

  /** Where a UUID has hexadecimal digits. */
  private static final long HEX_FROM_8 = hex(word(bytes("-0000-00"), 0));

  private static final long HEX_FROM_16 = hex(word(bytes("00-0000-"), 0));

  private Latin1() {}

  private static byte[] bytes(String s) {
    return s.getBytes(StandardCharsets.ISO_8859_1);
  }

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
      long stops = stops(word(text, i));
      if (stops != 0) {
        return i + (Long.numberOfTrailingZeros(stops) >>> 3);
      }
    }
    while (i < to && !stops(text[i])) {
      i++;
    }
    return i;
  }

  /** The characters of a word at which {@link #plainEnd} stops. */
  static long stops(long word) {
    long low = word & ~HIGHS;
    long stops = between(low, '"', '%') | between(low, '=', '?') | same(low, ':') | same(low, '\\');
    return stops & ~word & HIGHS;
  }

  private static boolean stops(byte b) {
    return (b >= '"' && b <= '%') || (b >= '=' && b <= '?') || b == ':' || b == '\\';
  }

  /** End of the digits, signs, dots and exponents from {@code from} on. */
  static int numberEnd(byte[] text, int from, int to) {
    int i = from;
    for (; i + WORD <= to; i += WORD) {
      long word = word(text, i);
      long low = word & ~HIGHS;
      long number =
          between(low, '0', '9')
              | between(low, '-', '.')
              | same(low, '+')
              | same(low | ONES * ('e' ^ 'E'), 'e');
      long ends = (~number | word) & HIGHS;
      if (ends != 0) {
        return i + (Long.numberOfTrailingZeros(ends) >>> 3);
      }
    }
    while (i < to && (digit(text[i]) || sign(text[i]) || text[i] == '.' || exponent(text[i]))) {
      i++;
    }
    return i;
  }

  /**
   * Length of the {@code true}, {@code false} or {@code null} at {@code at}; 0 if there is none.
   */
  static int literal(byte[] text, int at) {
    long word = word(text, at);
    if ((int) word == TRUE || (int) word == NULL) {
      return 4;
    }
    return (int) word == FALS && text[at + 4] == 'e' ? 5 : 0;
  }

  /** Whether date and time to the minute stand at {@code from}, and a colon. */
  static boolean dateAndTime(byte[] text, int from) {
    return looksLike(word(text, from), DATE, DATE_LIMITS)
        && looksLike(word(text, from + WORD), TIME, TIME_LIMITS)
        && text[from + 2 * WORD] == ':';
  }

  /** Whether a word has digits where the pattern has zeros, and else is the pattern. */
  private static boolean looksLike(long word, long pattern, long limits) {
    long difference = word ^ pattern;
    return (((difference & ~HIGHS) + limits | difference) & HIGHS) == 0;
  }

  private static long limits(long pattern) {
    long limits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      limits |= ((pattern >>> shift & 0xff) == '0' ? 0x7FL - 9 : 0x7FL) << shift;
    }
    return limits;
  }

  /**
   * Whether the 36 characters from {@code from} on are a UUID; fewer than those must not follow.
   */
  static boolean uuid(byte[] text, int from) {
    return hex(word(text, from)) == HIGHS
        && hex(word(text, from + WORD)) == HEX_FROM_8
        && hex(word(text, from + 2 * WORD)) == HEX_FROM_16
        && hex(word(text, from + 3 * WORD)) == HIGHS
        && hex(word(text, from + UUID - WORD)) == HIGHS
        && text[from + 8] == '-'
        && text[from + 13] == '-'
        && text[from + 18] == '-'
        && text[from + 23] == '-';
  }

  private static long hex(long word) {
    long low = word & ~HIGHS;
    return (between(low, '0', '9') | between(low | ONES * ('a' ^ 'A'), 'a', 'f')) & ~word & HIGHS;
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
