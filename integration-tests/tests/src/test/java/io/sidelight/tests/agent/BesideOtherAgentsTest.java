package io.sidelight.tests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Jdk;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.logging.LoggingBackend;
import io.sidelight.tests.server.EmbeddedTomcat;
import io.sidelight.tests.server.RunningService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Another agent in the same JVM, on either side on the command line. */
final class BesideOtherAgentsTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private static final String[] OPENTELEMETRY = {
    "-javaagent:"
        + Artifacts.file(
            "io.opentelemetry.javaagent:opentelemetry-javaagent:"
                + System.getProperty("contract.opentelemetry")),
    // It appends to the boot class path, and of that the JVM warns where it shares classes.
    "-Xshare:off",
    "-Dotel.traces.exporter=none",
    "-Dotel.metrics.exporter=none",
    "-Dotel.logs.exporter=none"
  };
  private static final String[] JACOCO = {
    "-javaagent:"
        + Artifacts.file(
            "org.jacoco:org.jacoco.agent:jar:runtime:" + System.getProperty("contract.jacoco"))
        + "=output=none"
  };

  static Stream<Arguments> agents() {
    return Jdks.all().stream()
        .flatMap(
            jdk ->
                Stream.of(
                    Arguments.of("OpenTelemetry first", jdk, setup().before(OPENTELEMETRY)),
                    Arguments.of("OpenTelemetry last", jdk, setup().after(OPENTELEMETRY)),
                    Arguments.of("JaCoCo first", jdk, setup().before(JACOCO)),
                    Arguments.of("JaCoCo last", jdk, setup().after(JACOCO))));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("agents")
  void request_besideAnotherAgent_isAnsweredAndReportedOnce(String order, Jdk jdk, Setup setup) {
    RunningService server =
        RunningService.open(
            TestedRelease.newest(new EmbeddedTomcat(), "10.1", jdk), "beside-" + order, setup);
    assertThat(server.get("/hello").answer().text()).isEqualTo("hello");
    assertThat(server.get("/hello").line().has("trace_id")).isFalse();
    assertThat(server.get("/nowhere").answer().status()).isEqualTo(404);
    assertThat(server.get("/fail/exception").line().text("error"))
        .isEqualTo("java.lang.IllegalStateException");
    for (String path : List.of("/async/complete", "/async/dispatch", "/reset")) {
      assertThat(server.get(path).answer().status()).as(path).isBetween(200, 203);
    }
    assertThat(server.call(server.http2(), server.request("/hello")).answer().text())
        .isEqualTo("hello");
    TracedRequest refused =
        server.raw("GET /a%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(refused.answer().status()).isEqualTo(400);
    TracedRequest traced =
        server.call(
            server.request("/hello").header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));
    assertThat(traced.line().text("trace_id")).isEqualTo(TRACE);
    assertThat(traced.line().text("span_id")).isEqualTo("b7ad6b7169203331");
    server.finish();
  }

  static Stream<Arguments> orders() {
    return Stream.of(
        Arguments.of("OpenTelemetry first", logsAsJson().before(OPENTELEMETRY)),
        Arguments.of("OpenTelemetry last", logsAsJson().after(OPENTELEMETRY)));
  }

  /** OpenTelemetry's agent puts its own map around the context of each event of Logback. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void applicationsLine_besideAnotherAgent_hasItsRequestAndWhatThatAddsAsContext(
      String order, Setup setup) {
    TestedRelease target =
        TestedRelease.newest(LoggingBackend.LOGBACK, "FluentLogbackLogs", Jdks.newest());
    RunningService server = RunningService.open(target, "logging-beside-" + order, setup);
    String id = server.get("/log?message=beside&put=own:more").answer().requestId();
    server.finishWithoutAccessLog();
    assertThat(server.jvm().lines())
        .filteredOn(line -> line.text("msg").equals("beside"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.requestId()).isEqualTo(id);
              assertThat(line.text("path")).isEqualTo("/log");
              assertThat(line.json().path("ctx").path("own").asText()).isEqualTo("more");
              assertThat(line.json().path("ctx").has("trace_id")).isTrue();
              assertThat(line.json().path("ctx").has("request_id")).isFalse();
            });
  }

  private static Setup logsAsJson() {
    return Setup.agent("logs=json", "format=json");
  }

  private static Setup setup() {
    return Setup.agent();
  }
}
