package io.sidelight.redaction;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;

/** Results as a Markdown table: CPU time, throughput, and how many times Sidelight's time it is. */
final class Report {

  private Report() {}

  static String of(Collection<RunResult> results) {
    List<Row> rows = new ArrayList<>();
    for (RunResult result : results) {
      boolean json = result.getParams().getBenchmark().contains("Json");
      String size = result.getParams().getParam("size");
      rows.add(
          new Row(
              json ? "JSON, " + size : "log lines without secrets",
              (json ? Documents.json(size) : Documents.log(size)).length(),
              result.getParams().getParam("subject"),
              requireNonNull(result.getSecondaryResults().get(CpuTime.LABEL)).getScore()));
    }
    return of(rows);
  }

  static String of(List<Row> rows) {
    StringBuilder out = new StringBuilder();
    out.append("| what | who | CPU time | MB/s | times Sidelight's |\n|---|---|---:|---:|---:|\n");
    for (Row row : rows) {
      double sidelight = nanosOf("sidelight", row.what, rows);
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.2f µs | %.0f | %s |%n",
              row.what,
              row.who,
              row.nanos / 1e3,
              row.chars * 1e3 / row.nanos,
              Double.isNaN(sidelight)
                  ? "–"
                  : String.format(Locale.ROOT, "%.2f", row.nanos / sidelight)));
    }
    return out.toString();
  }

  private static double nanosOf(String who, String what, List<Row> rows) {
    for (Row row : rows) {
      if (row.who.equals(who) && row.what.equals(what)) {
        return row.nanos;
      }
    }
    return Double.NaN;
  }

  /**
   * One result.
   *
   * @param chars length of the text, one byte each in UTF-8
   * @param nanos CPU time for one text
   */
  record Row(String what, int chars, String who, double nanos) {}
}
