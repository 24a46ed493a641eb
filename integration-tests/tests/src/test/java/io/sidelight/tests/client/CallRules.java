package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.LogLine;
import java.util.Set;

/** What holds for every line of a call. */
final class CallRules {

  private static final Set<String> ERRORS =
      Set.of("timeout", "connect", "dns", "tls", "reset", "cancelled", "protocol", "io");

  private CallRules() {}

  static void check(LogLine line, Client client, LogLine completed) {
    assertThat(line.text("logger")).as("%s", line).isEqualTo("deps");
    assertThat(line.text("client")).as("%s", line).isIn(client.labels());
    boolean outside = line.requestId().equals("-");
    assertThat(line.text("method")).as("%s", line).isEqualTo(outside ? "-" : "GET");
    assertThat(line.text("path")).as("%s", line).isEqualTo(outside ? "-" : completed.text("path"));
    assertThat(line.text("url")).as("%s", line).doesNotContain("?", "#", "@");
    if (line.has("dep_method")) { // some clients take an empty verb
      assertThat(line.text("dep_method")).as("%s", line).isNotEmpty();
    }
    assertThat(line.text("dependency")).as("%s", line).isNotEmpty();
    assertThat(line.number("retries")).as("%s", line).isNotNegative();
    assertThat(line.durationMs()).as("%s", line).isNotNegative();
    if (line.has("error")) {
      assertThat(line.text("error")).as("%s", line).isIn(ERRORS);
    } else {
      assertThat(line.status()).as("%s", line).isBetween(100, 999);
    }
    assertThat(line.flag("slow"))
        .as("slow in %s", line)
        .isEqualTo(line.durationMs() >= ClientContract.SLOW_MS);
    assertThat(line.level()).as("level of %s", line).isEqualTo(level(line));
  }

  private static String level(LogLine line) {
    if (line.has("error")) {
      return "ERROR";
    }
    return line.number("retries") > 0 || line.status() >= 500 || line.flag("slow")
        ? "WARN"
        : "INFO";
  }
}
