package io.sidelight.redact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises keys by the text that their vendor marks them with.
 *
 * <p>Each is looked for when a rare pair of its characters is met, not its first. So ordinary prose
 * seldom stops the scan, and the character before tells almost always that it is nothing.
 */
final class VendorKeys {

  /** At {@code before << 7 | trigger}: one more than the index in {@link #groups}, or 0. */
  private final short[] pairs = new short[128 * 128];

  private final List<List<VendorKey>> groups = new ArrayList<>();
  private final @Nullable Work work;

  VendorKeys(List<String> lines, @Nullable Work work) {
    this.work = work;
    for (int i = 0; i < lines.size(); i++) {
      VendorKey key = new VendorKey(lines.get(i));
      int pair = key.text.charAt(key.triggerAt - 1) << 7 | key.text.charAt(key.triggerAt);
      if (pairs[pair] == 0) {
        groups.add(new ArrayList<>(1));
        pairs[pair] = (short) groups.size();
      }
      groups.get(pairs[pair] - 1).add(key);
    }
  }

  /** Whether a key is looked for at the second of these characters. */
  boolean pair(char before, char trigger) {
    return pairs[before << 7 | trigger] != 0;
  }

  /** The key that is looked for at the character at {@code at} and the one before it. */
  long find(String s, int floor, int at, int to) {
    if (at <= floor || s.charAt(at - 1) >= 128) {
      return Span.NONE;
    }
    int group = pairs[s.charAt(at - 1) << 7 | s.charAt(at)];
    if (group == 0) {
      return Span.NONE;
    }
    List<VendorKey> candidates = groups.get(group - 1);
    for (int i = 0; i < candidates.size(); i++) {
      long span = candidates.get(i).find(s, floor, at, to, work);
      if (span != Span.NONE) {
        return span;
      }
    }
    return Span.NONE;
  }

  /** The longest text of a vendor that stands in the key {@code s[from, to)}, or none. */
  String mark(String s, int from, int to) {
    String longest = "";
    for (int at = from + 1; at < to; at++) {
      if (s.charAt(at - 1) >= 128 || s.charAt(at) >= 128) {
        continue;
      }
      int group = pairs[s.charAt(at - 1) << 7 | s.charAt(at)];
      for (int i = 0; group > 0 && i < groups.get(group - 1).size(); i++) {
        VendorKey key = groups.get(group - 1).get(i);
        long span = key.find(s, from, at, to, null);
        if (Span.from(span) == from && span != Span.NONE && key.text.length() > longest.length()) {
          longest = key.text;
        }
      }
    }
    return longest;
  }
}
