package io.sidelight.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A duration in a tree, in a form that each platform can turn into its own unit. */
final class Millis {

  private final long nanos;
  private final boolean decimals;

  Millis(long nanos) {
    this(nanos, false);
  }

  private Millis(long nanos, boolean decimals) {
    this.nanos = nanos;
    this.decimals = decimals;
  }

  /**
   * The value with all durations in it written with a decimal point, {@code 7.0} for {@code 7}, so
   * that what types a field by one value does not take it for a whole number.
   */
  static Object withDecimals(Object value) {
    if (value instanceof Millis) {
      return new Millis(((Millis) value).nanos, true);
    }
    if (value instanceof List) {
      List<Object> items = new ArrayList<>();
      for (Object item : (List<?>) value) {
        items.add(withDecimals(item));
      }
      return items;
    }
    if (!(value instanceof Map)) {
      return value;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
      Object inner = member.getValue();
      members.put(String.valueOf(member.getKey()), inner == null ? "" : withDecimals(inner));
    }
    return members;
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

  /** Milliseconds with at most two decimals, and with one at least if asked to. */
  @Override
  public String toString() {
    LineBuffer text = new LineBuffer();
    text.hundredths(Durations.hundredthsOfMillis(nanos));
    String shown = new String(text.toByteArray(), StandardCharsets.US_ASCII);
    return decimals && shown.indexOf('.') < 0 ? shown.concat(".0") : shown;
  }
}
