package io.sidelight.tests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.server.RunningService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What holds for every line, whatever it reports. */
public final class LineRules {

  private static final List<String> FIRST =
      List.of("ts", "level", "logger", "msg", "event", "request_id", "user_id", "method", "path");
  private static final List<String> LAST =
      List.of("trace_id", "span_id", "service", "env", "version", "thread", "exc");
  private static final Set<String> LEVELS = Set.of("DEBUG", "INFO", "WARN", "ERROR");

  private LineRules() {}

  public static void check(LogLine line, Instant started) {
    keysAreInOrder(line);
    line.json()
        .forEach(value -> assertThat(value.isNull()).as("no null value in %s", line).isFalse());
    assertThat(line.text("ts"))
        .as("ts of %s", line)
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(Instant.parse(line.text("ts")))
        .as("ts of %s", line)
        .isBetween(started.minus(Duration.ofSeconds(1)), Instant.now().plusSeconds(1));
    assertThat(line.level()).as("level of %s", line).isIn(LEVELS);
    if (isOfTheAgent(line)) {
      assertThat(line.text("msg")).as("msg of %s", line).isEqualTo(line.event());
    }
    assertThat(line.text("path")).as("path of %s", line).doesNotContain("?");
    durationsAreRounded(line);
    for (char c : line.raw().toCharArray()) {
      assertThat(Character.isISOControl(c) || c == '\u2028' || c == '\u2029')
          .as("control character U+%04X in %s", (int) c, line)
          .isFalse();
    }
    if (line.event().equals("request_completed")) {
      levelFollowsTheFacts(line);
    }
  }

  /** Lines of the application have no event. */
  private static boolean isOfTheAgent(LogLine line) {
    return line.has("event");
  }

  private static void keysAreInOrder(LogLine line) {
    List<String> keys = line.keys();
    List<String> first = new ArrayList<>(FIRST);
    if (!isOfTheAgent(line)) {
      first.remove("event");
    }
    assertThat(keys.subList(0, first.size())).as("first keys of %s", line).isEqualTo(first);
    List<String> last = new ArrayList<>(LAST);
    last.retainAll(keys);
    assertThat(last).as("a thread in %s", line).contains("thread");
    assertThat(keys.subList(keys.size() - last.size(), keys.size()))
        .as("last keys of %s", line)
        .isEqualTo(last);
  }

  private static void durationsAreRounded(LogLine line) {
    line.json()
        .properties()
        .forEach(
            field -> {
              if (field.getKey().endsWith("_ms")) {
                BigDecimal value = new BigDecimal(field.getValue().asText());
                assertThat(value.signum()).as("%s in %s", field, line).isNotNegative();
                assertThat(value.stripTrailingZeros().scale())
                    .as("decimals of %s in %s", field, line)
                    .isLessThanOrEqualTo(2);
              }
            });
  }

  private static void levelFollowsTheFacts(LogLine line) {
    boolean failed = line.status() >= 500 || line.has("error");
    String expected =
        isRefused(line) ? "WARN" : failed ? "ERROR" : line.flag("slow") ? "WARN" : "INFO";
    assertThat(line.level()).as("level of %s", line).isEqualTo(expected);
    assertThat(line.flag("slow"))
        .as("slow in %s", line)
        .isEqualTo(line.durationMs() >= RunningService.SLOW_MS);
  }

  /** Nothing behind these paths ever fails by itself: a 5xx is a refusal by the server. */
  private static boolean isRefused(LogLine line) {
    String path = line.text("path");
    return line.status() >= 500
        && !line.has("error")
        && (path.endsWith("/hello") || path.equals("*") || path.equals("-"));
  }
}
