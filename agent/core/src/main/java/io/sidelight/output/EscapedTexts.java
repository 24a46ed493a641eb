package io.sidelight.output;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what short texts look like in a line: names of fields, hosts, paths and threads come
 * again with every request. So a line is mostly copied together, and the loops over characters,
 * which a JVM that has just started runs in its interpreter, are left for texts that are new.
 *
 * <p>Texts are redacted before they get here. One is remembered when it comes a second time, so
 * that texts that never do, such as IDs, cost no memory. Not thread-safe.
 */
final class EscapedTexts {

  /** Longer ones seldom come twice. */
  private static final int LONGEST = 64;

  private static final int PLACES = 128;

  private final @Nullable String[] texts = new String[PLACES];
  private final byte[] @Nullable [] escaped = new byte[PLACES][];

  /** The bytes of a text, null while they aren't known. */
  byte @Nullable [] find(String text) {
    int place = place(text);
    byte[] known = escaped[place];
    return known != null && text.equals(texts[place]) ? known : null;
  }

  /** Whether to {@link #keep} this text, which {@link #find} does not know. */
  boolean wants(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    int place = place(text);
    boolean again = text.equals(texts[place]);
    texts[place] = text;
    escaped[place] = null;
    return again;
  }

  /** Remembers a text that {@link #wants} asked for. */
  void keep(String text, byte[] bytes) {
    escaped[place(text)] = bytes;
  }

  private static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ hash >>> 16) & PLACES - 1;
  }
}
