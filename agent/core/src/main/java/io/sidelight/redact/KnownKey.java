package io.sidelight.redact;

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
  private final String inJson;
  private int follower = NO_SLOT;
  private int earlierFollower = NO_SLOT;

  /**
   * @param slot where it is remembered, or {@link #NO_SLOT}
   */
  KnownKey(String key, KeyKind kind, int slot) {
    this.key = key;
    this.kind = kind;
    this.slot = slot;
    this.inJson = key + "\":";
  }

  /** The key that stands at {@code at} with its closing quote and a colon, if it is a follower. */
  @Nullable KnownKey followerAt(@Nullable KnownKey[] memory, String s, int at) {
    int first = follower;
    KnownKey guess = first < 0 ? null : memory[first];
    if (guess != null && s.startsWith(guess.inJson, at)) {
      return guess;
    }
    int second = earlierFollower;
    guess = second < 0 ? null : memory[second];
    return guess != null && s.startsWith(guess.inJson, at) ? guess : null;
  }

  /** Remembers that this key came next: one without escapes and with nothing to mask in it. */
  void followedBy(KnownKey next) {
    if (next.slot >= 0 && next.slot != follower) {
      earlierFollower = follower;
      follower = next.slot;
    }
  }

  /** How many characters the key takes with its closing quote and the colon. */
  int width() {
    return inJson.length();
  }
}
