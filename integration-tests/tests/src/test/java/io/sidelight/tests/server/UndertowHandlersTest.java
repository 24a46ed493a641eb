package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Compatibility;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.RawHttp;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the contract makes sense without servlets, and what only core handlers can do. */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class UndertowHandlersTest implements RefusedContract, RequestIdContract, HostileContract {

  private static RunningService server;

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(new UndertowHandlers());
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    server = RunningService.start(target, "contract");
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
    Compatibility.finished(server.target());
  }

  @Override
  public RunningService server() {
    return server;
  }

  @ParameterizedTest
  @CsvSource({
    "/hello,200",
    "/dispatched,200",
    "/later,200",
    "/empty,204",
    "/cleared,200",
    "/nowhere,404",
    "/fail,500"
  })
  void answer_ofHandler_isReportedOnce(String path, int status) {
    assertThat(server.get(path).line().status()).isEqualTo(status);
    Request.Builder request = server.request(path).header("X-Request-ID", server.newId());
    TracedRequest stream = server.call(server.http2(), request);
    assertThat(stream.line().status()).isEqualTo(status);
    assertThat(stream.line().has("aborted")).isFalse();
  }

  @Test
  void dispatch_toWorker_isNotAsynchronous() {
    assertThat(server.get("/dispatched").line().has("async")).isFalse();
  }

  @Test
  void connection_upgraded_isNoLongerInTheRequest() throws IOException {
    String id = server.newId();
    server.sending(1);
    try (RawHttp connection = new RawHttp(server.port())) {
      connection.send(
          "GET /upgrade HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: greeting\r\n"
              + "X-Request-ID: "
              + id
              + "\r\n\r\n");
      UpgradeRules.check(server, connection, id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/blocking", "/buffered", "/non-blocking"})
  void body_readInEachWay_isCountedOnce(String path) {
    Request.Builder request = server.request(path).post(ServerContractPart.body(20_000));
    TracedRequest got = server.call(request.header("X-Request-ID", server.newId()));
    assertThat(got.answer().body()).hasSize(20_000);
    assertThat(got.line().number("bytes_in")).isEqualTo(20_000);
    assertThat(got.line().number("bytes_out")).isEqualTo(20_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fail", "/fail/dispatched"})
  void exception_ofHandler_isReportedWithItsClass(String path) {
    LogLine line = server.get(path).line();
    assertThat(line.level()).isEqualTo("ERROR");
    assertThat(line.text("error")).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void user_whoHasLoggedIn_isOnTheLineOfThatRequestOnly() {
    Request.Builder login =
        server
            .request("/private")
            .header("Authorization", Credentials.basic("alice", "wonderland"));
    TracedRequest got = server.call(login);
    assertThat(got.answer().text()).isEqualTo("private");
    assertThat(got.line().text("user_id")).isEqualTo("alice");
    assertThat(server.get("/hello").line().text("user_id")).isEqualTo("-");
    TracedRequest refused = server.get("/private");
    assertThat(refused.line().status()).isEqualTo(401);
    assertThat(refused.line().text("user_id")).isEqualTo("-");
  }
}
