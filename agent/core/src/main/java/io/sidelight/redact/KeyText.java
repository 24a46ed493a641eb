package io.sidelight.redact;

/** Reads the key on the left of a separator in text, backwards over a bounded stretch. */
final class KeyText {

  /** Characters of the longest key that is recognised. */
  static final int LONGEST = 128;

  private static final int LONGEST_GAP = 256;
  private static final boolean[] KEY_CHARS = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      KEY_CHARS[c] = Shapes.base64Url(c) || ".[]%\\$@".indexOf(c) >= 0;
    }
  }

  private KeyText() {}

  /** End of the key before the separator at {@code at}: before blanks, colours and comments. */
  static int end(String s, int floor, int at) {
    int end = at;
    char before = at > floor ? s.charAt(at - 1) : 0;
    if (Shapes.alphanumeric(before) && before != 'm') {
      // As nearly all keys end.
      return at;
    }
    while (true) {
      int last = end;
      while (end > floor && last - end < 8 && Shapes.blank(s.charAt(end - 1))) {
        end--;
      }
      end = Ansi.before(s, floor, end);
      if (end - 2 >= floor && s.startsWith("*/", end - 2)) {
        int least = Math.max(floor, end - LONGEST);
        int open = end - 2;
        while (open >= least && !s.startsWith("/*", open)) {
          open--;
        }
        end = open < least ? end : open;
      }
      if (end == last || at - end > LONGEST_GAP) {
        return end;
      }
    }
  }

  /** Whether the word before a separator is the type of the key before it, as in Go. */
  static boolean isType(String s, int floor, int from, int to) {
    return to - from == 6
        && from - 1 > floor
        && s.charAt(from - 1) == ' '
        && s.startsWith("string", from);
  }

  /** Whether the key is the {@code content} of what may be a tag. */
  static boolean isContentOfTag(String s, int from, int at) {
    return at - from == 7 && s.charAt(at) == '=' && s.regionMatches(true, from, "content", 0, 7);
  }

  static boolean endsWith(String s, int end, String word) {
    return s.regionMatches(true, end - word.length(), word, 0, word.length());
  }

  /** Header lines and phrases hold spaces. */
  static boolean toEndOfLine(String s, int keyEnd) {
    return endsWith(s, keyEnd, "authorization")
        || endsWith(s, keyEnd, "cookie")
        || endsWith(s, keyEnd, "passphrase")
        || endsWith(s, keyEnd, "phrase")
        || endsWith(s, keyEnd, "mnemonic");
  }

  static int quotedStart(String s, int floor, int close) {
    char quote = s.charAt(close);
    int i = close;
    while (i > floor && close - i < LONGEST && s.charAt(i - 1) != quote) {
      if (MaskedCopy.endsAt(s, i)) {
        break;
      }
      i--;
    }
    return i;
  }

  static int plainStart(String s, int floor, int end) {
    int i = end;
    int least = Math.max(floor, end - LONGEST);
    while (i > least) {
      char c = s.charAt(i - 1);
      if (!isKey(c) || (c == ']' && MaskedCopy.endsAt(s, i))) {
        break;
      }
      i--;
    }
    return i;
  }

  static boolean isKey(char c) {
    return c >= 128 || KEY_CHARS[c];
  }
}
