package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/** A text of which pieces are replaced in ascending order, copied only if one really changes. */
final class Splice {

  private final String source;
  private @Nullable MaskedCopy copy;

  Splice(String source) {
    this.source = source;
  }

  /** Writes {@code text} in place of {@code source[from, to)}. */
  void replace(int from, int to, String text) {
    if (text.length() == to - from && source.startsWith(text, from)) {
      return;
    }
    copy = MaskedCopy.replace(copy, source, from, to, text);
  }

  /** The text with its replacements; the source itself if there was none. */
  String result() {
    return MaskedCopy.finish(copy, source);
  }
}
