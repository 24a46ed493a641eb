package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The servlet fallback in both namespaces, on servers that keep to the specification: those of the
 * OSGi whiteboard, with their own instrumentation switched off. The whiteboard's dispatcher is a
 * servlet, so its own answers are seen too.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class FelixFallbackTest implements AsyncContract, RequestIdContract {

  private static RunningService server;

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    FelixHttp felix = new FelixHttp();
    return felix.versions().stream()
        .map(version -> new TestedRelease(felix, version, Jdks.newest()))
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    server = RunningService.start(target, "fallback", "instrument.jetty=false");
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finishWithoutAccessLog();
  }

  @Override
  public RunningService server() {
    return server;
  }

  @ParameterizedTest
  @CsvSource({
    "/hello,200",
    "/nowhere,404",
    "/static/small.txt,200",
    "/filter/answers,202",
    "/forward,200",
    "/include,200",
    "/fail/send-error?status=409,409",
    "/fail/send-error?status=503,503",
    "/fail/exception,500",
    "/reset,203"
  })
  void request_seenByTheDispatcher_isReportedOnce(String path, int status) {
    TracedRequest got = server.get(path);
    assertThat(got.line().status()).isEqualTo(status);
    assertThat(got.line().has("bytes_out")).isFalse();
    assertThat(got.line().text("path")).isEqualTo(server.path(path.replaceAll("\\?.*", "")));
  }

  /** What servlets are told may come from a header. */
  @Test
  void debug_byAddress_isRefusedSincePeersAreNotKnown() {
    TracedRequest got = server.call(server.request("/hello").header("X-Debug-Log", "1"));
    String id = got.answer().requestId();
    assertThat(server.lines("request_started", id)).isEmpty();
    assertThat(server.lines("audit", id))
        .singleElement()
        .satisfies(line -> assertThat(line.text("peer")).isEqualTo("-"))
        .satisfies(line -> assertThat(line.text("outcome")).isEqualTo("refused"));
  }

  @Test
  void requests_concurrent_areNotMixedUp() throws Exception {
    ConnectionContract.concurrently(server, server.http1(), ConnectionContract.PATHS);
  }

  @Override
  @Test
  public void nonBlockingIo_completed_countsBothWays() {
    TracedRequest got =
        server.call(
            server
                .request("/async/echo")
                .post(ServerContractPart.body(20_000))
                .header("X-Request-ID", server.newId()));
    assertThat(got.answer().body()).hasSize(20_000);
    assertThat(got.line().flag("async")).isTrue();
  }
}
