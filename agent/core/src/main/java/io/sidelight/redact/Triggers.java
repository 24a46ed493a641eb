package io.sidelight.redact;

import java.util.Arrays;

/**
 * Finds the next place in a text where a secret may be recognised.
 *
 * <p>Most text holds none, so this is where nearly all time goes. A character is no place by itself
 * if what stands before it can say so: a hyphen counts after the last letter of {@code glpat} but
 * not in a date. For that each character has in a table the classes to which it belongs as the
 * second of a pair, and those in which it may be the first. Digits count from the fourth of a run
 * on, and the first after a capital. So one look-up, a few operations on its result and one branch
 * decide about a character, and the branch is seldom taken.
 */
final class Triggers {

  static final byte SEPARATOR = 1;
  static final byte PERCENT = 2;
  static final byte DIGIT = 3;
  static final byte SCHEME = 4;
  static final byte TOKEN = 5;
  static final byte VENDOR = 6;
  static final byte TAG = 7;

  /** A quote after a word. */
  static final byte QUOTE = 10;

  /** The end of a bracket written as an HTML entity. */
  static final byte ENTITY = 8;

  /** The start of an escape of JSON. */
  static final byte ESCAPE = 9;

  /** Bits of an entry: pairs of which it is the second; by {@link #FIRST} left, the first. */
  private static final long OF_SCHEME = 1;

  // The second lowest stays free: it is where the bit of a digit comes to lie by FIRST right.

  private static final long OF_ACCOUNT = 1 << 2;

  /** Set in each entry as a first, so that a character of this kind is a place wherever it is. */
  private static final long ALWAYS = 1 << 3;

  private static final long OF_ENTITY = 1 << 4;
  private static final long OF_ESCAPE = 1 << 5;

  private static final long OF_RARE = 1 << 6;
  private static final long OF_TOKEN = 1 << 7;
  private static final long OF_OPTION = 1 << 8;

  /**
   * Seconds that share a class, so that each of them is a place after the firsts of all. Text has
   * so few of them that this costs nothing; classes are few.
   */
  static final String RARE_SECONDS = "$BDGQVYz~";

  /** The first of the classes of vendors' keys and of options, one for each other second. */
  private static final int VENDORS = 9;

  private static final int FIRST = 31;
  private static final long NONE = ALWAYS << FIRST;
  private static final long IS_DIGIT = 1L << 63;

  /** Most digits of a word's pairs. */
  static final int MOST_DIGITS = 7;

  private static final byte PLACE = 8;

  private final long[] table = new long[256];
  private final byte[] actions = new byte[256];

  /**
   * At {@code second << 8 | first}: {@link #PLACE} if the second is a place after the first, though
   * not always one; and 1 if it is a digit. ASCII as the second; others count as what their lowest
   * seven bits are.
   */
  private final byte[] pairs = new byte[1 << 15];

  Triggers(VendorKeys vendorKeys) {
    Arrays.fill(table, NONE);
    for (char c = '0'; c <= '9'; c++) {
      table[c] |= IS_DIGIT;
      actions[c] = DIGIT;
      for (int first = 0; first < 256; first++) {
        pairs[c << 8 | first] = 1;
      }
    }
    int next = VENDORS;
    for (char second = 0; second < 128; second++) {
      boolean rare = RARE_SECONDS.indexOf(second) >= 0;
      boolean any = false;
      for (char first = 0; first < 128; first++) {
        if (vendorKeys.pair(first, second) || word(first, second)) {
          byte action = second == '\'' || second == '"' ? QUOTE : VENDOR;
          pair(first, second, rare ? OF_RARE : 1L << next, action);
          any = true;
        } else if (first == '-' && CommandLine.pair(first, second)) {
          pair(first, second, OF_OPTION, VENDOR);
        }
      }
      next += any && !rare ? 1 : 0;
    }
    if (next > FIRST) {
      throw new IllegalStateException("too many seconds: " + next);
    }
    pair('y', 'J', OF_TOKEN, TOKEN);
    pair('t', ';', OF_ENTITY, ENTITY);
    pair('\\', 'u', OF_ESCAPE, ESCAPE);
    for (char first = 'A'; first <= 'Z'; first++) {
      for (char second = '0'; second <= '9'; second++) {
        pair(first, second, OF_ACCOUNT, DIGIT);
      }
    }
    always('=', SEPARATOR);
    always(':', SEPARATOR);
    always('%', PERCENT);
    always('>', TAG);
    for (char first : new char[] {'b', 'B'}) {
      for (char second : new char[] {'e', 'E', 'a', 'A'}) {
        pair(first, second, OF_SCHEME, SCHEME);
      }
    }
  }

  /** {@code AUTH}, {@code IDENTIFIED BY}, and a quote after a word or in a call. */
  private static boolean word(char first, char second) {
    return (first != '-' && CommandLine.pair(first, second))
        || ((first == ' ' || first == '(') && (second == '\'' || second == '"'));
  }

  private void pair(char first, char second, long kind, byte action) {
    table[first] |= kind << FIRST;
    table[second] |= kind;
    actions[second] = action;
    pairs[second << 8 | first] |= PLACE;
  }

  private void always(char c, byte action) {
    table[c] |= ALWAYS;
    actions[c] = action;
  }

  /** Whether the character is a place wherever it stands. */
  boolean isAlways(char c) {
    return (entry(table, c) & ALWAYS) != 0;
  }

  /** What is to be looked for at this character. */
  byte action(char c) {
    return c < 256 ? actions[c] : SEPARATOR;
  }

  /**
   * The first place in {@code s[i, to)}, or {@code to}.
   *
   * @param floor where the text before {@code i} starts that may belong to a secret
   */
  int next(String s, int floor, int i, int to) {
    long[] entries = table;
    long before = before(s, floor, i);
    long second = 0;
    long third = 0;
    for (int at = i; at < to; at++) {
      long entry = entry(entries, s.charAt(at));
      if ((entry & before >>> FIRST | entry & before & second & third & IS_DIGIT) != 0) {
        return at;
      }
      third = second;
      second = before;
      before = entry;
    }
    return to;
  }

  /**
   * Looks at the seven pairs among the eight characters of a {@linkplain Latin1#word word}.
   * Straight code, as most are nothing.
   *
   * @return how many of the pairs end in a digit, more than {@link #MOST_DIGITS} if one of them may
   *     make a place of its second
   */
  int pairs(long word) {
    byte[] known = pairs;
    // By the length, so that the JVM need not check the bounds.
    int mask = known.length - 1;
    return known[(int) word & mask]
        + known[(int) (word >>> 8) & mask]
        + known[(int) (word >>> 16) & mask]
        + known[(int) (word >>> 24) & mask]
        + known[(int) (word >>> 32) & mask]
        + known[(int) (word >>> 40) & mask]
        + known[(int) (word >>> 48) & mask];
  }

  /** Which of those pairs make places, a bit for each, the lowest for the first pair. */
  int places(long word) {
    int places = 0;
    for (int i = 0; i < Latin1.PAIRS; i++) {
      int pair = (int) (word >>> i * Byte.SIZE) & 0xffff;
      places |= (pair < pairs.length ? pairs[pair] / PLACE : 0) << i;
    }
    return places;
  }

  private long before(String s, int floor, int i) {
    return i > floor && s.charAt(i - 1) < 256 ? table[s.charAt(i - 1)] : NONE;
  }

  private static long entry(long[] entries, char c) {
    return c < 256 ? entries[c] : c == '\uFF1D' || c == '\uFF1A' ? NONE | ALWAYS : NONE;
  }
}
