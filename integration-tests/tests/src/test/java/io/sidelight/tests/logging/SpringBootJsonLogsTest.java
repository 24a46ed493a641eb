package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.RunningService;
import io.sidelight.tests.server.SpringBoot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spring Boot sets its logging library up twice, and has patterns, converters and formatters of its
 * own.
 */
final class SpringBootJsonLogsTest {

  static List<Arguments> targets() {
    return Stream.of(
            on(new SpringBoot(), "logback"),
            on(SpringBootLogging.LOG4J, "log4j"),
            on(SpringBootLogging.JUL, "jul"))
        .flatMap(targets -> targets)
        .toList();
  }

  private static Stream<Arguments> on(ServiceUnderTest server, String library) {
    return TestedRelease.newestOfEachLine(server).stream()
        .map(target -> Arguments.of(target, library));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void output_withoutBanner_isJsonFromTheFirstLineOn(TestedRelease target, String library) {
    RunningService server =
        RunningService.start(
            target,
            "json-logs",
            Setup.agent("logs=json", "format=json").after("-Dspring.main.banner-mode=off"));
    String id;
    try {
      assertThat(server.get("/orders/7").line().status()).isEqualTo(200);
      id = server.get("/fails").answer().requestId();
    } finally {
      server.finish();
    }
    // The handler of java.util.logging writes to standard error.
    String out = server.jvm().text("stdout") + server.jvm().text("stderr");
    List<LogLine> lines = server.jvm().lines(out);
    assertThat(out.lines()).hasSameSizeAs(lines).allMatch(line -> line.startsWith("{"));
    assertThat(lines)
        .filteredOn(line -> line.event().equals("agent_started"))
        .singleElement()
        .satisfies(line -> assertThat(libraries(line)).containsExactly(library));
    assertThat(lines)
        .filteredOn(line -> line.text("msg").contains("Starting "))
        .as("lines of the application's start")
        .isNotEmpty();
    assertThat(lines)
        .filteredOn(line -> line.requestId().equals(id) && !line.has("event"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.level()).isEqualTo("ERROR");
              assertThat(line.text("path")).isEqualTo("/fails");
              assertThat(line.text("exc")).contains("\tat io.sidelight.tests.boot.");
            });
  }

  /** What was woven, without the JDK's own where it is led to another one. */
  private static List<String> libraries(LogLine started) {
    List<String> armed = started.strings("armed");
    List<String> own = armed.stream().filter(List.of("logback", "log4j")::contains).toList();
    return own.isEmpty() ? armed.stream().filter("jul"::equals).toList() : own;
  }
}
