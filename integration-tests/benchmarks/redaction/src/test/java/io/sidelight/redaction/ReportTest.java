package io.sidelight.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void of_rows_comparesEachWithSidelightOnTheSameText() {
    String table =
        Report.of(
            List.of(
                new Report.Row("a", 1000, "sidelight", 2000),
                new Report.Row("a", 1000, "other", 5000),
                new Report.Row("b", 1000, "other", 1000)));
    assertThat(table.lines().skip(2))
        .containsExactly(
            "| a | sidelight | 2.00 µs | 500 | 1.00 |",
            "| a | other | 5.00 µs | 200 | 2.50 |",
            "| b | other | 1.00 µs | 1000 | – |");
  }
}
