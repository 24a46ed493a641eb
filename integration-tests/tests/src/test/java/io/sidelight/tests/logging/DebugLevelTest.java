package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.EmbeddedTomcat;
import io.sidelight.tests.server.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class DebugLevelTest {

  private static RunningService server;

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.newestOfEachLine(new EmbeddedTomcat());
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    server =
        RunningService.start(
            target,
            "debug",
            "level=DEBUG",
            "audit.output=audit.log",
            "service=shop",
            "env=test",
            "version=1.2.3");
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
  }

  @Test
  void request_atDebug_isReportedWhenItStartsToo() {
    TracedRequest got = server.get("/hello?plain=visible");
    List<LogLine> lines =
        server.jvm().lines().stream()
            .filter(line -> line.requestId().equals(got.answer().requestId()))
            .toList();
    assertThat(lines)
        .extracting(LogLine::event)
        .containsExactly("request_started", "request_completed");
    assertThat(lines.get(0).level()).isEqualTo("DEBUG");
    assertThat(lines.get(0).text("query")).isEqualTo("plain=visible");
    assertThat(lines.get(0).json().path("headers").toString()).containsIgnoringCase("host");
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.text("service")).isEqualTo("shop");
              assertThat(line.text("env")).isEqualTo("test");
              assertThat(line.text("version")).isEqualTo("1.2.3");
            });
  }

  @Test
  void secrets_atDebug_areMasked() {
    TracedRequest got =
        server.call(
            server
                .request("/cookie?value=set-hunter2&password=query-hunter2&access_token=hunter2")
                .header("Authorization", "Basic aHVudGVyMjpodW50ZXIy")
                .header("Cookie", "theme=cookie-hunter2")
                .header("X-Api-Key", "header-hunter2"));
    List<LogLine> started = server.lines("request_started", got.answer().requestId());
    assertThat(started.get(0).text("query")).contains("[REDACTED]");
    assertThat(started.get(0).json().path("headers").toString()).contains("[REDACTED]");
    for (LogLine line : server.jvm().lines()) {
      assertThat(line.raw())
          .doesNotContain("query-hunter2")
          .doesNotContain("cookie-hunter2")
          .doesNotContain("header-hunter2")
          .doesNotContain("=hunter2")
          .doesNotContain("aHVudGVyMjpodW50ZXIy");
    }
  }

  @Test
  void auditLine_withAnOutputOfItsOwn_isThereAndNowhereElse() {
    TracedRequest got = server.call(server.request("/hello").header("X-Debug-Log", "1"));
    Path file = server.work().resolve("audit.log");
    String written =
        server
            .jvm()
            .await(
                "the audit line",
                () ->
                    Files.exists(file) && server.jvm().text("audit.log").endsWith("\n")
                        ? server.jvm().text("audit.log")
                        : null);
    assertThat(server.jvm().lines(written))
        .extracting(LogLine::event, LogLine::requestId)
        .containsExactly(tuple("audit", got.answer().requestId()));
    assertThat(server.jvm().lines()).extracting(LogLine::event).doesNotContain("audit");
  }

  @Test
  void badRequestId_atDebug_isReportedByItsReasonOnly() {
    TracedRequest got = server.call(server.request("/hello").header("X-Request-ID", "evil id"));
    LogLine started = server.lines("request_started", got.answer().requestId()).get(0);
    assertThat(started.text("request_id_rejected")).isNotEmpty();
    assertThat(started.raw()).doesNotContain("evil id");
  }
}
