package io.sidelight.output;

import java.nio.charset.StandardCharsets;

/** A duration in a tree, in a form that each platform can turn into its own unit. */
final class Millis {

  private final long nanos;

  Millis(long nanos) {
    this.nanos = nanos;
  }

  long nanos() {
    return nanos;
  }

  /** Seconds with an {@code s} behind, as protobuf durations are written in JSON. */
  String secondsText() {
    LineBuffer text = new LineBuffer();
    long micros = (nanos + 500) / 1000;
    text.number(micros / 1_000_000);
    int fraction = (int) (micros % 1_000_000);
    text.append('.');
    if (fraction % 1000 == 0) {
      text.padded(fraction / 1000, 3);
    } else {
      text.padded(fraction, 6);
    }
    text.append('s');
    return new String(text.toByteArray(), StandardCharsets.US_ASCII);
  }

  /** Milliseconds with at most two decimals. */
  @Override
  public String toString() {
    LineBuffer text = new LineBuffer();
    text.hundredths(Durations.hundredthsOfMillis(nanos));
    return new String(text.toByteArray(), StandardCharsets.US_ASCII);
  }
}
