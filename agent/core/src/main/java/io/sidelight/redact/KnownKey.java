package io.sidelight.redact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A key and the decision about it, and where the keys are remembered that came after it in JSON:
 * documents of one kind have their keys in one order, so that the next key is mostly known before
 * it is read.
 *
 * <p>The followers are slots, not keys, so that no key keeps another in memory; they are a guess
 * that is checked each time. Threads write them without order; a lost one costs a look-up.
 */
final class KnownKey {

  static final int NO_SLOT = -1;

  final String key;
  final KeyKind kind;

  private final int slot;
  private final byte[] inJson;
  private final int width;
  private final long firstWord;
  private final long firstMask;
  private final long lastWord;

  /** Characters that are looked at. */
  private final int reach;

  private final boolean exact;
  private int follower = NO_SLOT;
  private int earlierFollower = NO_SLOT;

  /**
   * @param slot where it is remembered, or {@link #NO_SLOT}
   */
  KnownKey(String key, KeyKind kind, int slot) {
    this.key = key;
    this.kind = kind;
    this.slot = slot;
    this.inJson = Latin1.of(key + "\":");
    this.firstWord = Latin1.word(Arrays.copyOf(inJson, Latin1.WORD), 0);
    this.firstMask = inJson.length < Latin1.WORD ? (1L << inJson.length * Byte.SIZE) - 1 : -1;
    this.width = inJson.length;
    this.reach = Math.max(inJson.length, Latin1.WORD);
    this.lastWord = Latin1.word(Arrays.copyOf(inJson, reach), reach - Latin1.WORD);
    this.exact = new String(inJson, StandardCharsets.ISO_8859_1).indexOf('?') < 0;
  }

  /** The key that stands at {@code at} with its closing quote and a colon, if it is a follower. */
  @Nullable KnownKey followerAt(@Nullable KnownKey[] memory, byte[] text, int at) {
    int first = follower;
    KnownKey guess = first < 0 ? null : memory[first];
    if (guess != null && guess.standsAt(text, at)) {
      return guess;
    }
    int second = earlierFollower;
    guess = second < 0 ? null : memory[second];
    return guess != null && guess.standsAt(text, at) ? guess : null;
  }

  private boolean standsAt(byte[] text, int at) {
    int to = at + reach;
    return to <= text.length
        && ((Latin1.word(text, at) ^ firstWord) & firstMask) == 0
        && (reach == Latin1.WORD
            // The last word may overlap the first.
            || (Latin1.word(text, to - Latin1.WORD) == lastWord
                && (reach <= 2 * Latin1.WORD
                    || Arrays.equals(
                        text, at + Latin1.WORD, to, inJson, Latin1.WORD, inJson.length))));
  }

  /**
   * Remembers that this key came next: one without escapes and with nothing to mask in it. One with
   * a question mark is looked up each time, as that may stand for another character.
   */
  void followedBy(KnownKey next) {
    if (next.slot >= 0 && next.slot != follower && next.exact) {
      earlierFollower = follower;
      follower = next.slot;
    }
  }

  /** How many characters the key takes with its closing quote and the colon. */
  int width() {
    return width;
  }
}
