package io.sidelight.redact;

import java.util.ArrayList;
import java.util.List;

/**
 * Recognises keys by the prefix that their vendor gave them.
 *
 * <p>Each prefix is looked for when its rarest character is met, not its first: punctuation, else a
 * rare letter, else its last letter. So ordinary prose seldom stops the scan, and the character
 * before tells almost always that it is nothing.
 */
final class VendorKeys {

  private static final String RARE = "_-.KzS";

  /** At {@code before << 7 | trigger}: one more than the index in {@link #groups}, or 0. */
  private final byte[] pairs = new byte[128 * 128];

  private final List<List<Prefix>> groups = new ArrayList<>();

  VendorKeys(List<String> lines) {
    for (String line : lines) {
      int space = line.indexOf(' ');
      String text = line.substring(0, space);
      int least = Integer.parseInt(line.substring(space + 1).trim());
      Prefix prefix = new Prefix(text, least, rarest(text));
      int pair = text.charAt(prefix.triggerAt - 1) << 7 | text.charAt(prefix.triggerAt);
      if (pairs[pair] == 0) {
        groups.add(new ArrayList<>());
        pairs[pair] = (byte) groups.size();
      }
      groups.get(pairs[pair] - 1).add(prefix);
    }
  }

  /** Whether a prefix has these characters as its rarest and the one before it. */
  boolean pair(char before, char trigger) {
    return pairs[before << 7 | trigger] != 0;
  }

  /** The key of which the character at {@code at} is the rarest of its prefix. */
  long find(String s, int floor, int at, int to) {
    if (at <= floor || s.charAt(at - 1) >= 128) {
      return Span.NONE;
    }
    int group = pairs[s.charAt(at - 1) << 7 | s.charAt(at)];
    if (group == 0) {
      return Span.NONE;
    }
    List<Prefix> candidates = groups.get(group - 1);
    for (int i = 0; i < candidates.size(); i++) {
      Prefix prefix = candidates.get(i);
      int from = at - prefix.triggerAt;
      if (from < floor || !s.startsWith(prefix.text, from) || !Shapes.startsWord(s, floor, from)) {
        continue;
      }
      int body = from + prefix.text.length();
      int end = body;
      while (end < to && bodyChar(s, end, to)) {
        end++;
      }
      if (end - body >= prefix.least) {
        return Span.of(from, end);
      }
    }
    return Span.NONE;
  }

  /** The longest prefix that stands at {@code from}, or none. */
  String prefix(String s, int from) {
    String longest = "";
    for (List<Prefix> same : groups) {
      for (int i = 0; i < same.size(); i++) {
        String text = same.get(i).text;
        longest = s.startsWith(text, from) && text.length() > longest.length() ? text : longest;
      }
    }
    return longest;
  }

  /** A key may hold dots (SendGrid); one that ends a sentence is none of it. */
  private static boolean bodyChar(String s, int at, int to) {
    char c = s.charAt(at);
    return Shapes.base64Url(c) || (c == '.' && at + 1 < to && Shapes.base64Url(s.charAt(at + 1)));
  }

  private static int rarest(String text) {
    for (int i = 0; i < RARE.length(); i++) {
      int at = text.indexOf(RARE.charAt(i), 1);
      if (at >= 0) {
        return at;
      }
    }
    int last = text.length() - 1;
    while (Shapes.digit(text.charAt(last))) {
      last--;
    }
    return last;
  }

  /** A prefix, the least number of characters after it, and where its rarest character stands. */
  private static final class Prefix {
    final String text;
    final int least;
    final int triggerAt;

    Prefix(String text, int least, int triggerAt) {
      this.text = text;
      this.least = least;
      this.triggerAt = triggerAt;
    }
  }
}
