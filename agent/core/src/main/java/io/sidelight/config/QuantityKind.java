package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/**
 * A whole number with a unit, in any case, held as a number of the base unit: nanoseconds for
 * durations, bytes for sizes. A unit is required, so that nobody has to guess it; only {@code 0}
 * needs none.
 */
final class QuantityKind extends Kind<Long> {
  private static final long KB = 1024;
  private static final long MS = 1_000_000;
  private static final long S = 1000 * MS;

  private final String noun;
  private final String[] units;
  private final long[] factors;
  private final long min;
  private final long max;

  private QuantityKind(String noun, String[] units, long[] factors, long min, long max) {
    this.noun = noun;
    this.units = units;
    this.factors = factors;
    this.min = min;
    this.max = max;
  }

  /** A duration in nanoseconds; the bounds are in nanoseconds too, and included. */
  static QuantityKind duration(long min, long max) {
    String[] units = {"ms", "s", "m", "h"};
    return new QuantityKind("a duration", units, new long[] {MS, S, 60 * S, 3600 * S}, min, max);
  }

  /** A size in bytes, with units in powers of 1024; the bounds are in bytes too, and included. */
  static QuantityKind size(long min, long max) {
    String[] units = {"B", "KB", "MB", "GB"};
    return new QuantityKind("a size", units, new long[] {1, KB, KB * KB, KB * KB * KB}, min, max);
  }

  @Override
  @Nullable Long parse(String text) {
    int end = Digits.end(text);
    long number = Digits.parse(text, 0, end);
    long factor = number == 0 && end == text.length() ? 1 : factor(text.substring(end).trim());
    if (number < 0 || factor < 0 || number > Long.MAX_VALUE / factor) {
      return null;
    }
    long value = number * factor;
    return value >= min && value <= max ? Long.valueOf(value) : null;
  }

  /** Uses the largest unit that divides the value. */
  @Override
  String render(Long value) {
    int unit = 0;
    for (int i = 1; i < factors.length; i++) {
      if (value != 0 && value % factors[i] == 0) {
        unit = i;
      }
    }
    return Long.toString(value / factors[unit]).concat(units[unit]);
  }

  @Override
  String description() {
    StringBuilder text = new StringBuilder(noun).append(" with its unit (");
    for (int i = 0; i < units.length; i++) {
      text.append(i > 0 ? ", " : "").append(units[i]);
    }
    return text.append(") from ").append(render(min)).append(" to ").append(render(max)).toString();
  }

  private long factor(String unit) {
    for (int i = 0; i < units.length; i++) {
      if (units[i].equalsIgnoreCase(unit)) {
        return factors[i];
      }
    }
    return -1;
  }
}
