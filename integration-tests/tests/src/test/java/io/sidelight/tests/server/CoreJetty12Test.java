package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.RawHttp;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
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

/** What of the contract makes sense without servlets. */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class CoreJetty12Test implements RefusedContract, HostileContract {

  private static RunningService server;

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(new CoreJetty12());
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    server = RunningService.start(target, "contract");
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
  }

  @Override
  public RunningService server() {
    return server;
  }

  @ParameterizedTest
  @CsvSource({
    "/hello,200",
    "/nowhere,404",
    "/empty,204",
    "/reset,200",
    "/error,418",
    "/exception,500",
    "/failed,500",
    "/failed-later,500",
    "/async,200"
  })
  void request_answered_isReportedOnceWithWhatWasSent(String path, int status) {
    for (OkHttpClient client : List.of(server.http1(), server.http2())) {
      boolean http1 = client == server.http1();
      TracedRequest got = server.call(client, http1 ? closing(path) : request(path));
      assertThat(got.line().status()).isEqualTo(status);
      assertThat(got.line().flag("aborted")).isFalse();
      assertThat(got.line().flag("async")).isEqualTo(path.matches("/async|/failed-later"));
      int bytes = got.answer().body().length;
      assertThat(got.line().has("bytes_out") ? got.line().number("bytes_out") : 0)
          .as("bytes in %s", got.line())
          .isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @CsvSource({"/exception", "/failed", "/failed-later"})
  void failure_ofHandler_isReportedWithItsClass(String path) {
    TracedRequest got = server.call(closing(path));
    assertThat(got.line().text("error")).isEqualTo("java.lang.IllegalStateException");
    assertThat(got.line().text("exc")).contains("Jetty12CoreMain");
  }

  @Test
  void failure_afterCommit_isReportedAsAborted() throws IOException {
    LogLine line = brokenOff("/committed");
    assertThat(line.status()).isEqualTo(200);
    assertThat(line.text("error")).isEqualTo("java.io.IOException");
  }

  @Test
  void client_goneDuringDownload_isReportedAsAborted() throws IOException {
    brokenOff("/endless");
  }

  @Test
  void client_goneDuringUpload_isReportedAsAborted() throws IOException {
    String id = server.newId();
    server.sending(1);
    RawHttp connection = new RawHttp(server.port());
    connection.send(head("POST /demand", id, "Content-Length: 100000\r\n") + "x".repeat(1000));
    connection.reset();
    assertThat(server.completed(id).flag("aborted")).isTrue();
  }

  @Test
  void upload_readOnDemand_isCounted() throws IOException {
    String id = server.newId();
    server.sending(1);
    try (RawHttp connection = new RawHttp(server.port())) {
      connection.send(head("POST /demand", id, "Content-Length: 8\r\n") + "abcd");
      connection.send("efgh");
      TracedRequest got = server.trace(connection.receive(true));
      assertThat(got.answer().text()).isEqualTo("read");
      assertThat(got.line().number("bytes_in")).isEqualTo(8);
    }
  }

  @Test
  void connection_upgraded_isNoLongerInTheRequest() throws IOException {
    String id = server.newId();
    server.sending(1);
    try (RawHttp connection = new RawHttp(server.port())) {
      connection.send(head("GET /upgrade", id, "Connection: Upgrade\r\nUpgrade: greeting\r\n"));
      UpgradeRules.check(server, connection, id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/resumed/demand", "/resumed/delayed"})
  void request_resumedWhenThereIsABody_isThatOfItsThread(String path) throws IOException {
    String id = server.newId();
    server.sending(1);
    try (RawHttp connection = new RawHttp(server.port())) {
      connection.send(
          head(
              "POST " + path,
              id,
              "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\n"));
      server.call(closing("/hello")); // by now the other one has been seen
      connection.send("a=bc");
      server.trace(connection.receive(true));
    }
    assertThat(server.lines("dependency_call", id)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/resumed/write", "/resumed/execute", "/resumed/context"})
  void request_goingOnElsewhere_isThatOfItsThread(String path) {
    TracedRequest got = server.call(request(path));
    assertThat(got.answer().text()).endsWith("resumed");
    assertThat(server.lines("dependency_call", got.line().requestId())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/resumed/limited", "/resumed/qos"})
  void request_heldBackByAnother_isThatOfItsThread(String path) throws IOException {
    List<String> ids = List.of(server.newId(), server.newId());
    server.sending(2);
    try (RawHttp one = new RawHttp(server.port());
        RawHttp other = new RawHttp(server.port())) {
      one.send(head("GET " + path, ids.get(0), ""));
      other.send(head("GET " + path, ids.get(1), ""));
      server.trace(one.receive(true));
      server.trace(other.receive(true));
    }
    for (String id : ids) {
      assertThat(server.lines("dependency_call", id)).as("calls of %s", id).hasSize(1);
    }
  }

  @Test
  void body_echoed_countsBothWays() {
    TracedRequest got =
        server.call(
            server
                .request("/echo")
                .post(ServerContractPart.body(3000))
                .header("X-Request-ID", "echo"));
    assertThat(got.line().number("bytes_in")).isEqualTo(3000);
    assertThat(got.line().number("bytes_out")).isEqualTo(3000);
  }

  private static Request.Builder request(String path) {
    return server.request(path).header("X-Request-ID", server.newId());
  }

  /** Jetty 12.0 ends the connection after a failure, without a word in the response. */
  private static Request.Builder closing(String path) {
    return request(path).header("Connection", "close");
  }

  private static LogLine brokenOff(String path) throws IOException {
    String id = server.newId();
    server.sending(1);
    RawHttp connection = new RawHttp(server.port());
    connection.send(head("GET " + path, id, ""));
    connection.receive(100);
    connection.reset();
    LogLine line = server.completed(id);
    assertThat(line.flag("aborted")).as("aborted in %s", line).isTrue();
    return line;
  }

  private static String head(String target, String id, String headers) {
    return target
        + " HTTP/1.1\r\nHost: localhost\r\nX-Request-ID: "
        + id
        + "\r\n"
        + headers
        + "\r\n";
  }
}
