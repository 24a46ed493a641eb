package io.sidelight.redact;

import java.util.Locale;
import java.util.Set;

/** Tells what is said of a secret from the secret: {@code token: expired}. */
final class Prose {

  private static final int LONGEST = 16;

  private final Set<String> words;

  /**
   * @param words lower-case words that begin such a sentence
   */
  Prose(Set<String> words) {
    this.words = words;
  }

  /** Whether a sentence rather than a secret starts at {@code from}. */
  boolean startsAt(String s, int from, int to) {
    int end = from;
    boolean capitals = from < to && Shapes.upper(s.charAt(from));
    while (end < to
        && end - from < LONGEST
        && (capitals ? Shapes.upper(s.charAt(end)) : Shapes.lower(s.charAt(end)))) {
      end++;
    }
    boolean stands =
        end == to || Shapes.blank(s.charAt(end)) || ",.;!)".indexOf(s.charAt(end)) >= 0;
    boolean last =
        end + 1 >= to
            || end >= to
            || Shapes.blank(s.charAt(end))
            || Shapes.blank(s.charAt(end + 1));
    return stands
        && last
        && end > from
        && words.contains(s.substring(from, end).toLowerCase(Locale.ROOT));
  }

  /** Whether one of the words, in any letter case, stands at {@code from}. */
  boolean isWord(String s, int from, int to) {
    int end = from;
    while (end < to
        && end - from < LONGEST
        && (Shapes.lower(s.charAt(end)) || Shapes.upper(s.charAt(end)))) {
      end++;
    }
    return end > from
        && (end >= to || !CharacterKind.has(CharacterKind.WORD, s.charAt(end)))
        && words.contains(s.substring(from, end).toLowerCase(Locale.ROOT));
  }
}
