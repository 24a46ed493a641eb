package io.sidelight.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spring Boot sets its logging library up twice, and has patterns, converters and formatters of its
 * own.
 */
final class SpringBootJsonLogsTest {

  static List<Target> targets() {
    return Stream.of(new SpringBoot(), SpringBootLogging.LOG4J, SpringBootLogging.JUL)
        .flatMap(server -> Target.newestOfEachLine(server).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void output_withoutBanner_isJsonFromTheFirstLineOn(Target target) {
    ContractServer server =
        ContractServer.start(
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
}
