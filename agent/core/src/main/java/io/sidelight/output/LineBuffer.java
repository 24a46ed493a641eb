package io.sidelight.output;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * UTF-8 bytes of a line in the making: grows, is used again for the next line, and is cut back when
 * a field has to be taken out. Not thread-safe.
 *
 * <p>{@link #escaped} is where log injection ends: nothing that a reader or a terminal could take
 * for a line end, a control sequence or a change of writing direction leaves it as it came. Nothing
 * is deleted: what was sent can still be read.
 */
final class LineBuffer {

  private static final int INITIAL = 1024;
  private static final int KEPT = 64 * 1024;
  private static final byte[] HEX = ascii("0123456789abcdef");
  private static final boolean[] FREE = plain(false);
  private static final boolean[] QUOTED = plain(true);

  private byte[] bytes = new byte[INITIAL];
  private int length;

  int length() {
    return length;
  }

  /** The last byte, 0 when empty. */
  byte last() {
    return length == 0 ? 0 : bytes[length - 1];
  }

  void truncate(int newLength) {
    length = newLength;
  }

  /** Empties the buffer, and gives back memory that one huge line took. */
  void clear() {
    length = 0;
    if (bytes.length > KEPT) {
      bytes = new byte[INITIAL];
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  byte[] copyFrom(int start) {
    return Arrays.copyOfRange(bytes, start, length);
  }

  /** Bytes of a constant that needs no escape. */
  static byte[] ascii(String constant) {
    return constant.getBytes(StandardCharsets.US_ASCII);
  }

  void append(byte[] constant) {
    ensure(constant.length);
    System.arraycopy(constant, 0, bytes, length, constant.length);
    length += constant.length;
  }

  void append(char ascii) {
    ensure(1);
    bytes[length++] = (byte) ascii;
  }

  void number(long value) {
    if (value < 0) {
      append('-');
      if (value == Long.MIN_VALUE) {
        append(ascii("9223372036854775808"));
        return;
      }
      value = -value;
    }
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    ensure(digits);
    long rest = value;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  /** A number below 10 to the power of {@code digits}, with leading zeros. */
  void padded(int value, int digits) {
    ensure(digits);
    int rest = value;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  /** Hundredths as a decimal number without trailing zeros: 1234 is {@code 12.34}. */
  void hundredths(long value) {
    number(value / 100);
    int fraction = (int) (value % 100);
    if (fraction != 0) {
      append('.');
      append((char) ('0' + fraction / 10));
      if (fraction % 10 != 0) {
        append((char) ('0' + fraction % 10));
      }
    }
  }

  /**
   * Text in which every character that is not safe to show is escaped the way JSON does.
   *
   * @param quoted whether the text stands between quotes, so that quotes and backslashes in it are
   *     escaped too
   */
  void escaped(String text, boolean quoted) {
    int end = text.length();
    ensure(end);
    boolean[] plain = quoted ? QUOTED : FREE;
    byte[] into = bytes;
    int at = length;
    int i = 0;
    while (i < end) {
      char c = text.charAt(i);
      if (c >= 128 || !plain[c]) {
        break;
      }
      into[at++] = (byte) c;
      i++;
    }
    length = at;
    if (i < end) {
      escapedFrom(text, i, plain);
    }
  }

  private void escapedFrom(String text, int start, boolean[] plain) {
    int end = text.length();
    for (int i = start; i < end; i++) {
      ensure(6);
      char c = text.charAt(i);
      if (c < 128) {
        if (plain[c]) {
          bytes[length++] = (byte) c;
        } else {
          escape(c);
        }
      } else if (Character.isHighSurrogate(c)
          && i + 1 < end
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        supplementary(Character.toCodePoint(c, text.charAt(++i)));
      } else if (unsafe(c)) {
        unicode(c);
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xC0 | (c >> 6));
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
      } else {
        bytes[length++] = (byte) (0xE0 | (c >> 12));
        bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
      }
    }
  }

  /** Whether {@link #escaped} without quotes leaves a text as it is. */
  static boolean isSafe(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128 ? !FREE[c] : unsafe(c)) {
        return false; // or the half of a pair, which is for escaped to see
      }
    }
    return true;
  }

  /** Whether a character above ASCII ends lines, steers terminals or turns the direction. */
  static boolean unsafe(char c) {
    return c <= 0x9F
        || c == 0x61C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || Character.isSurrogate(c);
  }

  private void supplementary(int codePoint) {
    bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
    bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
    bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
    bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
  }

  private void escape(char c) {
    char letter;
    switch (c) {
      case '"':
      case '\\':
        letter = c;
        break;
      case '\n':
        letter = 'n';
        break;
      case '\r':
        letter = 'r';
        break;
      case '\t':
        letter = 't';
        break;
      default:
        unicode(c);
        return;
    }
    bytes[length++] = '\\';
    bytes[length++] = (byte) letter;
  }

  private void unicode(char c) {
    bytes[length++] = '\\';
    bytes[length++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[(c >> shift) & 0xF];
    }
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      int least = Math.addExact(length, more);
      int twice = bytes.length << 1;
      bytes = Arrays.copyOf(bytes, twice > least ? twice : least);
    }
  }

  private static boolean[] plain(boolean quoted) {
    boolean[] plain = new boolean[128];
    Arrays.fill(plain, 0x20, 0x7F, true);
    if (quoted) {
      plain['"'] = false;
      plain['\\'] = false;
    }
    return plain;
  }
}
