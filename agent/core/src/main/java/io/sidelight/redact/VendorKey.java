package io.sidelight.redact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a vendor as the lists have it: literal text, and in braces how many characters of which
 * kind stand before, between and after, such as {@code {14 alnum}.atlasv1.{60}}.
 *
 * <p>A number alone is exact, but the least for what ends the key, which then reaches to the end of
 * the word. {@code {8-10 digits}} gives both limits.
 */
final class VendorKey {

  /** Where a key is looked for: at a pair of characters in its first literal. */
  final String text;

  final int triggerAt;

  private final @Nullable Run before;
  private final List<Run> after = new ArrayList<>(1);

  /**
   * Reads a line of the lists.
   *
   * @throws RuntimeException if it isn't written as above
   */
  VendorKey(String line) {
    int open = line.indexOf('{');
    Run lead = null;
    int at = 0;
    if (open == 0) {
      int close = line.indexOf('}');
      at = close + 1;
      open = line.indexOf('{', at);
      lead = new Run(line, 0, close, "", false);
    }
    before = lead;
    text = line.substring(at, open < 0 ? line.length() : open);
    while (open >= 0) {
      int close = line.indexOf('}', open);
      int next = line.indexOf('{', close);
      String then = line.substring(close + 1, next < 0 ? line.length() : next);
      after.add(new Run(line, open, close, then, then.isEmpty()));
      open = next;
    }
    triggerAt = TriggerPair.rarest(text);
  }

  /** The key of which the character at {@code at} is the one that triggers. */
  long find(String s, int floor, int at, int to, @Nullable Work work) {
    int start = at - triggerAt;
    int end = start + text.length();
    if (start < floor || end > to || !s.startsWith(text, start)) {
      return Span.NONE;
    }
    int from = before == null ? start : before.startBefore(s, floor, start);
    if (from < 0 || !Shapes.startsWord(s, floor, from)) {
      return Span.NONE;
    }
    for (int i = 0; i < after.size() && end >= 0; i++) {
      int next = after.get(i).end(s, end, to);
      if (work != null) {
        work.steps += Math.max(0, next - end);
      }
      end = next;
    }
    if (end < 0 || (after.isEmpty() && end < to && Shapes.alphanumeric(s.charAt(end)))) {
      return Span.NONE;
    }
    return Span.of(from, end);
  }

  /** Some characters of a kind, and the literal after them. */
  private static final class Run {
    private final int kind;
    private final int least;
    private final int most;
    private final boolean last;
    private final String then;

    Run(String line, int open, int close, String then, boolean last) {
      int space = line.indexOf(' ', open);
      int numbersEnd = space < 0 || space > close ? close : space;
      int hyphen = line.indexOf('-', open);
      boolean range = hyphen > 0 && hyphen < numbersEnd;
      this.kind =
          numbersEnd == close
              ? CharacterKind.WORD
              : CharacterKind.named(line.substring(numbersEnd + 1, close));
      this.least = Integer.parseInt(line.substring(open + 1, range ? hyphen : numbersEnd));
      this.most =
          range
              ? Integer.parseInt(line.substring(hyphen + 1, numbersEnd))
              : last ? Integer.MAX_VALUE : least;
      this.last = last;
      this.then = then;
    }

    /** Where so many characters start that end at {@code end}; negative if they don't. */
    int startBefore(String s, int floor, int end) {
      int at = end;
      while (at > floor && end - at < most && CharacterKind.has(kind, s.charAt(at - 1))) {
        at--;
      }
      return end - at >= least ? at : -1;
    }

    /** End of so many characters from {@code from} on and the literal; negative if they don't. */
    int end(String s, int from, int to) {
      int at = from;
      while (at < to && member(s, at, to)) {
        if (at - from == most) {
          return -1;
        }
        at++;
      }
      while (last && at > from && s.charAt(at - 1) == '.') {
        at--;
      }
      if (at - from < least) {
        return -1;
      }
      if (!last) {
        return at + then.length() <= to && s.startsWith(then, at) ? at + then.length() : -1;
      }
      if (at == to || !CharacterKind.narrow(kind)) {
        return most == Integer.MAX_VALUE ? wordEnd(s, at, to) : at;
      }
      if (Shapes.alphanumeric(s.charAt(at))) {
        return -1;
      }
      return most == Integer.MAX_VALUE ? wordEnd(s, at, to) : at;
    }

    private boolean member(String s, int at, int to) {
      char c = s.charAt(at);
      return CharacterKind.has(kind, c)
          || (last && kind == CharacterKind.WORD && c == '.' && dotInWord(s, at, to));
    }

    /** A key may hold more than its vendor said; a dot that ends a sentence is none of it. */
    private static int wordEnd(String s, int from, int to) {
      int at = from;
      while (at < to && (Shapes.base64Url(s.charAt(at)) || dotInWord(s, at, to))) {
        at++;
      }
      return at;
    }

    private static boolean dotInWord(String s, int at, int to) {
      return s.charAt(at) == '.' && at + 1 < to && Shapes.base64Url(s.charAt(at + 1));
    }
  }
}
