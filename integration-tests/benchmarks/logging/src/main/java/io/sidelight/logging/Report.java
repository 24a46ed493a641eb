package io.sidelight.logging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of all rounds as a Markdown table: minimum, median and maximum for each subject. */
final class Report {

  private final Map<String, Map<Subject, List<Double>>> rows = new LinkedHashMap<>();

  /** Adds a figure of one round, in nanoseconds. */
  void add(String library, String method, Subject subject, double nanos) {
    rows.computeIfAbsent(library + ", " + method, row -> new EnumMap<>(Subject.class))
        .computeIfAbsent(subject, of -> new ArrayList<>())
        .add(nanos);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("| ns |");
    StringBuilder line = new StringBuilder("|---|");
    for (Subject subject : Subject.values()) {
      out.append(' ').append(subject.label()).append(" |");
      line.append("---:|");
    }
    out.append('\n').append(line).append('\n');
    rows.forEach(
        (row, figures) -> {
          out.append("| ").append(row).append(" |");
          for (Subject subject : Subject.values()) {
            out.append(' ').append(spread(figures.getOrDefault(subject, List.of()))).append(" |");
          }
          out.append('\n');
        });
    return out.toString();
  }

  private static String spread(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int n = sorted.length;
    if (n == 0) {
      return "–";
    }
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return String.format(Locale.ROOT, "%.2f – %.2f – %.2f", sorted[0], median, sorted[n - 1]);
  }
}
