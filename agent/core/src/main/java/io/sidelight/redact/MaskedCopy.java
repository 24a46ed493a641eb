package io.sidelight.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a text in which spans are replaced. It comes to be with the first span, so that text
 * without secrets costs nothing: {@code null} stands for "nothing masked yet". Spans must come in
 * ascending order.
 *
 * <p>It is built in an array of characters of which one is kept for the next copy, so that the
 * result is all that is allocated of most texts: fresh memory costs more than the copying. Pieces
 * go in and the result comes out by methods that the JVM has in vector instructions.
 */
final class MaskedCopy {

  private static final char[] EMPTY = {};
  private static final int CHUNK = 1 << 15;
  private static final AtomicReference<char @Nullable []> KEPT = new AtomicReference<>();

  private final String source;
  private @Nullable List<String> earlier;
  private char[] out;
  private int length;
  private int copied;
  private int masks;
  private boolean settled = true;

  private MaskedCopy(String source) {
    this.source = source;
    // Masks may be longer than what they stand for.
    int needed = Math.min(CHUNK, source.length() + source.length() / 8 + 64);
    char[] kept = KEPT.getAndSet(null);
    this.out = kept != null && kept.length >= needed ? kept : new char[needed];
  }

  /**
   * Masks {@code s[from, to)} unless it is empty or is the mask already.
   *
   * @return {@code copy}, or a new one with its first span, or null as before
   */
  static @Nullable MaskedCopy mask(@Nullable MaskedCopy copy, String s, int from, int to) {
    return mask(copy, s, from, to, "");
  }

  /** As above, with {@code quote} written on both sides of the mask. */
  static @Nullable MaskedCopy mask(
      @Nullable MaskedCopy copy, String s, int from, int to, String quote) {
    if (from >= to || isMask(s, from, to)) {
      return copy;
    }
    MaskedCopy result = copy == null ? new MaskedCopy(s) : copy;
    result.copy(from);
    result.append(quote);
    result.append(Redactor.MASK);
    result.append(quote);
    result.copied = to;
    result.masks++;
    return result;
  }

  /** Writes {@code by} in place of {@code s[from, to)}. */
  static MaskedCopy replace(@Nullable MaskedCopy copy, String s, int from, int to, String by) {
    MaskedCopy result = copy == null ? new MaskedCopy(s) : copy;
    result.copy(from);
    result.append(by);
    result.copied = to;
    result.masks++;
    return result;
  }

  /** How many spans have been replaced. */
  static int masks(@Nullable MaskedCopy copy) {
    return copy == null ? 0 : copy.masks;
  }

  /** Says that the masks so far may lay bare something else, so that another pass is needed. */
  static @Nullable MaskedCopy unsettled(@Nullable MaskedCopy copy) {
    if (copy != null) {
      copy.settled = false;
    }
    return copy;
  }

  /** Whether another pass would find nothing, as the scanner knows from what it masked. */
  boolean settled() {
    return settled;
  }

  private void copy(int to) {
    append(source, copied, to);
  }

  private void append(String s) {
    append(s, 0, s.length());
  }

  private void append(String s, int from, int to) {
    int at = from;
    while (at < to) {
      if (length == out.length) {
        flush();
      }
      int end = Math.min(to, at + out.length - length);
      s.getChars(at, end, out, length);
      length += end - at;
      at = end;
    }
  }

  /** Moves what is there to where long texts come together. */
  private void flush() {
    if (earlier == null) {
      earlier = new ArrayList<>();
    }
    earlier.add(new String(out, 0, length));
    length = 0;
  }

  /** The result; the copy can't be added to any more. */
  static String finish(@Nullable MaskedCopy copy, String s) {
    if (copy == null) {
      return s;
    }
    copy.copy(s.length());
    String result;
    if (copy.earlier == null) {
      result = new String(copy.out, 0, copy.length);
    } else {
      copy.earlier.add(new String(copy.out, 0, copy.length));
      result = String.join("", copy.earlier);
    }
    KEPT.lazySet(copy.out);
    copy.out = EMPTY;
    return result;
  }

  static boolean isMask(String s, int from, int to) {
    return to - from == Redactor.MASK.length() && s.startsWith(Redactor.MASK, from);
  }

  /** Whether a mask ends right before {@code end}. */
  static boolean endsAt(String s, int end) {
    return end >= Redactor.MASK.length()
        && s.charAt(end - 1) == ']'
        && s.startsWith(Redactor.MASK, end - Redactor.MASK.length());
  }
}
