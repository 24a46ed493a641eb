package io.sidelight.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void toString_figuresOfRounds_areMinimumMedianAndMaximum() {
    Report report = new Report();
    for (double nanos : new double[] {3, 1, 2, 10}) {
      report.add("logback", "line", Subject.NONE, nanos);
    }
    report.add("logback", "line", Subject.SIDELIGHT, 4);
    assertThat(report.toString().lines())
        .containsExactly(
            "| ns | no agent | Sidelight | Sidelight, DEBUG allowed |",
            "|---|---:|---:|---:|",
            "| logback, line | 1.00 – 2.50 – 10.00 | 4.00 – 4.00 – 4.00 | – |");
  }
}
