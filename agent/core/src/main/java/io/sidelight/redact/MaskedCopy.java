package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * A copy of a text in which spans are replaced. It comes to be with the first span, so that text
 * without secrets costs nothing: {@code null} stands for "nothing masked yet". Spans must come in
 * ascending order.
 */
final class MaskedCopy {

  private final String source;
  private final StringBuilder out;
  private int copied;

  private MaskedCopy(String source) {
    this.source = source;
    this.out = new StringBuilder(source.length() + 16);
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
    result.out.append(s, result.copied, from).append(quote).append(Redactor.MASK).append(quote);
    result.copied = to;
    return result;
  }

  static String finish(@Nullable MaskedCopy copy, String s) {
    return copy == null ? s : copy.out.append(copy.source, copy.copied, s.length()).toString();
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
