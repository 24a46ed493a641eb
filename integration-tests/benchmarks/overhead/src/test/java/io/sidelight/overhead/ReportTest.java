package io.sidelight.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {
  private final Report report = new Report();

  @Test
  void markdown_driftBetweenRounds_dividesWithinEachRound() {
    round(1.0, 1.1, 3.0);
    round(2.0, 2.2, 6.0);
    round(4.0, 4.8, 8.0);

    assertThat(report.markdown())
        .contains("| no agent | 1.00 – 2.00 – 4.00 s |")
        .contains("| Sidelight | 1.10 – 1.10 – 1.20 |")
        .contains("| OpenTelemetry agent | 2.00 – 3.00 – 3.00 |")
        .contains("| Sidelight | 0.10 – 0.20 – 0.80 s |")
        .contains("wall 0.050 – 0.050 – 0.200");
  }

  @Test
  void markdown_threeCalls_haveTablesOfTheirOwn() {
    round(1.0, 1.5, 3.0);

    assertThat(report.markdown())
        .contains("| three calls per request, ratio to no agent | CPU per request |")
        .contains("| no agent | 10.0 µs | 10 B | 10 | – |")
        .contains("| Sidelight | 1.50 | 1.50 | 1.50 | 4.000 |")
        .contains("| Sidelight | 5.0 µs | 5 B | 0.00 |")
        .contains("Of its CPU per request with three calls: 0.500; ")
        .contains("of what it adds: 0.250.");
  }

  @Test
  void markdown_recordsUnknown_showsADash() {
    report.add(Subject.NONE, sample(1, Double.NaN));

    assertThat(report.markdown()).contains("| – |").doesNotContain("NaN");
  }

  @Test
  void markdown_recordsMissing_saysThatItCannotBeCompared() {
    report.add(Subject.NONE, sample(1, Double.NaN));
    report.add(Subject.SIDELIGHT, sample(1, 1));
    assertThat(report.markdown()).doesNotContain("Not comparable");

    report.add(Subject.NONE, sample(1, Double.NaN));
    report.add(Subject.SIDELIGHT, sample(1, 0.5));
    assertThat(report.markdown())
        .contains(
            "Not comparable: Sidelight wrote 0.50000 – 0.75000 – 1.00000 records per request"
                + " instead of 1.")
        .contains(
            "Not comparable: Sidelight wrote 2.00000 – 3.00000 – 4.00000 records per request with"
                + " three calls instead of 4.");
  }

  @Test
  void csv_twoSubjects_hasOneLineEach() {
    round(1.0, 1.1, 3.0);

    assertThat(report.csv().lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("1,sidelight,1.1000,"));
  }

  private void round(double none, double own, double peer) {
    report.add(Subject.NONE, sample(none, Double.NaN));
    report.add(Subject.OPENTELEMETRY, sample(peer, Double.NaN));
    report.add(Subject.SIDELIGHT, sample(own, 1));
  }

  private static Sample sample(double figure, double records) {
    double tenfold = figure * 10;
    return new Sample(
        figure,
        figure,
        new Figures(figure, figure, figure, 0, records),
        new Figures(tenfold, tenfold, tenfold, 0, records * 4),
        "17");
  }
}
