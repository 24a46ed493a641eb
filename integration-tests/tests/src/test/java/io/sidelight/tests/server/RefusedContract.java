package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.RawHttp;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that the server itself refuses, or answers before any application has seen them. */
interface RefusedContract extends ServerContractPart {

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("bad percent-encoding", get("/a%zz", "Host: localhost")),
        Arguments.of("encoded slash", get("/..%2f", "Host: localhost")),
        Arguments.of("encoded null", get("/a%00b", "Host: localhost")),
        Arguments.of("no Host", get("/hello", "Accept: */*")),
        Arguments.of("above the root", get("/../../etc/passwd", "Host: localhost")),
        Arguments.of("no URI", "GET\r\nHost: localhost\r\n\r\n"),
        Arguments.of("unknown protocol", "GET /hello HTTP/9.9\r\nHost: localhost\r\n\r\n"),
        Arguments.of("not HTTP at all", "\u0001\u0002\u0003 nonsense\r\n\r\n"));
  }

  /** Refused by some versions, answered by others. */
  static Stream<Arguments> doubtful() {
    return Stream.of(
        Arguments.of("two Host headers", get("/hello", "Host: localhost", "Host: other")),
        Arguments.of("bad method", "G@T /hello HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        Arguments.of("bad characters", get("/a{b}|c\"<>", "Host: localhost")),
        Arguments.of("bad Host", get("/hello", "Host: a_b c:x")),
        Arguments.of("bad Content-Length", get("/hello", "Host: localhost", "Content-Length: -5")),
        Arguments.of(
            "unknown Transfer-Encoding",
            get("/hello", "Host: localhost", "Transfer-Encoding: zzz")),
        Arguments.of("HTTP/1.0", "GET /hello HTTP/1.0\r\n\r\n"),
        Arguments.of("options of the server", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        Arguments.of("absolute URI", get("http://localhost/hello", "Host: localhost")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  default void badRequest_refusedByServer_isReportedOnce(String what, String request) {
    assumeFalse(
        what.equals("unknown protocol") && server().target().has(Quirk.ANSWERS_UNKNOWN_VERSIONS));
    TracedRequest got = server().raw(request);
    assertThat(got.line().status()).as(what).isBetween(400, 599);
    assertThat(got.line().level()).as(what).isNotEqualTo("ERROR");
    assertThat(got.line().requestId()).matches(RequestIdContract.UUID_V7);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doubtful")
  default void oddRequest_answeredOrRefused_isReportedOnce(String what, String request) {
    TracedRequest got = server().raw(request);
    assertThat(got.line().requestId()).matches(RequestIdContract.UUID_V7);
    assertThat(got.line().level()).as(what).isNotEqualTo("ERROR");
  }

  @Test
  default void header_tooLarge_isRefusedAndReportedOnce() {
    TracedRequest got =
        server().raw(get("/hello", "Host: localhost", "X-Large: " + "x".repeat(8400)));
    assertThat(got.line().status()).isIn(400, 431);
  }

  @Test
  default void connection_withoutRequest_isNotReported() throws IOException {
    try (RawHttp idle = new RawHttp(server().port())) {
      server().get("/hello");
      assertThat(server().port()).isEqualTo(idle.port());
    }
    server().get("/hello");
  }

  private static String get(String target, String... headers) {
    return "GET "
        + target
        + " HTTP/1.1\r\n"
        + String.join("\r\n", headers)
        + "\r\nConnection: close\r\n\r\n";
  }
}
