package io.sidelight.redact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises keys by the prefix that their vendor gave them.
 *
 * <p>Each prefix is looked for when its rarest character is met, not its first: punctuation, else a
 * rare letter. So ordinary prose seldom stops the scan.
 */
final class VendorKeys {

  private static final String RARE = "_-.KzSB";

  private final @Nullable List<Prefix>[] byTrigger = newTable();

  /**
   * For each trigger the characters that stand before it in a prefix, as bits; all if none must.
   */
  private final long[][] before = new long[128][2];

  VendorKeys(List<String> lines) {
    for (String line : lines) {
      int space = line.indexOf(' ');
      String text = line.substring(0, space);
      int least = Integer.parseInt(line.substring(space + 1).trim());
      Prefix prefix = new Prefix(text, least, rarest(text));
      char trigger = text.charAt(prefix.triggerAt);
      List<Prefix> same = byTrigger[trigger];
      if (same == null) {
        same = new ArrayList<>();
        byTrigger[trigger] = same;
      }
      same.add(prefix);
      char last = prefix.triggerAt == 0 ? 0 : text.charAt(prefix.triggerAt - 1);
      for (char c = 0; c < 128; c++) {
        before[trigger][c >> 6] |= last == 0 || last == c ? 1L << c : 0;
      }
    }
  }

  boolean triggeredBy(char c) {
    return c < byTrigger.length && byTrigger[c] != null;
  }

  /** The key of which the character at {@code at} is the rarest of its prefix. */
  long find(String s, int floor, int at, int to) {
    List<Prefix> candidates = byTrigger[s.charAt(at)];
    if (candidates == null || (at > floor && !mayStandBefore(s.charAt(at), s.charAt(at - 1)))) {
      return Span.NONE;
    }
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

  private boolean mayStandBefore(char trigger, char c) {
    long[] bits = before[trigger];
    return (bits[0] & bits[1]) == -1L || (c < 128 && (bits[c >> 6] & 1L << c) != 0);
  }

  /** The longest prefix that stands at {@code from}, or none. */
  String prefix(String s, int from) {
    String longest = "";
    for (@Nullable List<Prefix> same : byTrigger) {
      for (int i = 0; same != null && i < same.size(); i++) {
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
      int at = text.indexOf(RARE.charAt(i));
      if (at >= 0) {
        return at;
      }
    }
    return 0;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<Prefix>[] newTable() {
    return new List[128];
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
