package io.sidelight.overhead;

import java.util.Arrays;
import java.util.Locale;

/** Minimum, median and maximum of a few figures. */
record Spread(double min, double median, double max) {
  /** NaN figures are left out; all three are NaN if nothing is left. */
  static Spread of(double... figures) {
    double[] sorted = Arrays.stream(figures).filter(f -> !Double.isNaN(f)).sorted().toArray();
    int n = sorted.length;
    if (n == 0) {
      return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return new Spread(sorted[0], median, sorted[n - 1]);
  }

  /**
   * {@code min – median – max} in one {@link java.util.Formatter} format for numbers; one figure if
   * they are the same, a dash if there are none.
   */
  String text(String format) {
    if (Double.isNaN(median)) {
      return "–";
    }
    if (min == max) {
      return String.format(Locale.ROOT, format, median);
    }
    String all = format + " – " + format + " – " + format;
    return String.format(Locale.ROOT, all, min, median, max);
  }
}
