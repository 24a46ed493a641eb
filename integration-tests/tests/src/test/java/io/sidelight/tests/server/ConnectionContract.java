package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.RawHttp;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What connections do to requests: reuse, concurrency, chunks, and clients that go away. */
interface ConnectionContract extends ServerContractPart {

  int MANY = 200;
  List<String> ANSWERED = List.of("/request-id", "/async/complete");
  List<String> PATHS = List.of("/request-id", "/async/complete", "/fail/exception", "/nowhere");

  @Test
  default void connection_keptAlive_hasALineForEachRequest() throws IOException {
    try (RawHttp connection = new RawHttp(server().port())) {
      for (int i = 0; i < 20; i++) {
        String id = server().newId();
        server().sending(1);
        connection.send(get(i % 2 == 0 ? "/hello" : "/nowhere", id, ""));
        TracedRequest got = server().trace(connection.receive(true));
        assertThat(got.line().requestId()).isEqualTo(id);
      }
    }
  }

  @Test
  default void requests_pipelined_areNotMixedUp() throws IOException {
    try (RawHttp connection = new RawHttp(server().port())) {
      server().sending(3);
      List<String> ids = List.of(server().newId(), server().newId(), server().newId());
      connection.send(
          get("/hello", ids.get(0), "")
              + get("/nowhere", ids.get(1), "")
              + get("/async/complete", ids.get(2), ""));
      for (String id : ids) {
        assertThat(server().trace(connection.receive(true)).line().requestId()).isEqualTo(id);
      }
    }
  }

  @Test
  default void requests_concurrent_areNotMixedUp() throws Exception {
    concurrently(server(), server().http1(), PATHS);
  }

  @Test
  default void upload_chunked_isCounted() throws IOException {
    String id = server().newId();
    server().sending(1);
    try (RawHttp connection = new RawHttp(server().port())) {
      connection.send(
          post("/count", id, "Transfer-Encoding: chunked\r\n")
              + "5\r\nabcde\r\n3\r\nfgh\r\n0\r\n\r\n");
      TracedRequest got = server().trace(connection.receive(true));
      assertThat(got.answer().text()).isEqualTo("8");
      assertThat(got.line().number("bytes_in")).isEqualTo(8);
    }
  }

  @Test
  default void download_withAndWithoutLength_isCounted() {
    TracedRequest whole = server().get("/download?bytes=300000&length=true");
    assertThat(whole.line().number("bytes_out")).isEqualTo(300_000);
    TracedRequest chunked = server().get("/download?bytes=300000");
    assertThat(chunked.answer().body()).hasSize(300_000);
    assertThat(chunked.line().number("bytes_out")).isEqualTo(300_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fail/large-header", "/fail/large-header?flush"})
  default void headers_tooLargeToBeSent_areReportedWithWhatWasSentInstead(String path)
      throws IOException {
    String id = server().newId();
    server().sending(1);
    try (RawHttp connection = new RawHttp(server().port())) {
      connection.send(get(path, id, "Connection: close\r\n"));
      TracedRequest got = server().trace(connection.receive(true));
      assertThat(got.line().requestId()).isEqualTo(id);
      assertThat(got.line().flag("aborted")).as("aborted in %s", got.line()).isFalse();
      assertThat(got.line().flag("async")).isFalse();
    } catch (EOFException nothing) {
      assertThat(server().target().has(Quirk.OSGI_WHITEBOARD)).as("nothing sent").isTrue();
      assertThat(server().completed(id).flag("aborted")).isTrue();
    }
  }

  /** Tomcat sends nothing then, the others an error. */
  @Test
  default void async_startedByAServletThatThrows_isReportedWithWhatWasSent() throws IOException {
    String id = server().newId();
    server().sending(1);
    try (RawHttp connection = new RawHttp(server().port())) {
      connection.send(get("/async/throws", id, "Connection: close\r\n"));
      String sent = new String(connection.receive(12), StandardCharsets.US_ASCII);
      LogLine line = server().completed(id);
      assertThat(line.level()).isEqualTo("ERROR");
      assertThat(line.flag("aborted")).as("aborted in %s", line).isEqualTo(sent.isEmpty());
      assertThat(sent).isIn("", "HTTP/1.1 " + line.status());
    }
  }

  @Test
  default void connection_upgraded_isNoLongerInTheRequest() throws IOException {
    assumeFalse(server().target().has(Quirk.NO_UPGRADE_HANDLERS));
    String id = server().newId();
    server().sending(1);
    try (RawHttp connection = new RawHttp(server().port())) {
      connection.send(get("/upgrade", id, "Connection: Upgrade\r\nUpgrade: greeting\r\n"));
      UpgradeRules.check(server(), connection, id);
    }
  }

  @Test
  default void upload_afterContinue_hasOneLineWithTheFinalStatus() throws IOException {
    String id = server().newId();
    server().sending(1);
    try (RawHttp connection = new RawHttp(server().port())) {
      connection.send(post("/count", id, "Expect: 100-continue\r\nContent-Length: 4\r\n"));
      assertThat(connection.receive(false).status()).isEqualTo(100);
      connection.send("abcd");
      assertThat(server().trace(connection.receive(true)).answer().text()).isEqualTo("4");
    }
  }

  @Test
  default void client_goneDuringDownload_isReportedAsAborted() throws IOException {
    String id = server().newId();
    server().sending(1);
    RawHttp connection = new RawHttp(server().port());
    connection.send(get("/download?bytes=100000000", id, ""));
    connection.receive(20_000);
    connection.reset();
    LogLine line = server().completed(id);
    assertThat(line.flag("aborted")).as("aborted in %s", line).isTrue();
  }

  @Test
  default void client_goneDuringUpload_isReportedAsAborted() throws IOException {
    String id = server().newId();
    server().sending(1);
    RawHttp connection = new RawHttp(server().port());
    connection.send(post("/count", id, "Content-Length: 100000\r\n") + "x".repeat(1000));
    connection.reset();
    LogLine line = server().completed(id);
    assertThat(line.flag("aborted")).as("aborted in %s", line).isTrue();
  }

  /** Many requests at once; each response and line has its own ID. */
  static void concurrently(RunningService server, OkHttpClient client, List<String> paths)
      throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(20);
    try {
      List<Callable<Answer>> calls =
          IntStream.range(0, MANY)
              .<Callable<Answer>>mapToObj(
                  i -> {
                    String id = server.newId();
                    return () -> {
                      Answer answer =
                          server.answer(
                              client,
                              server
                                  .request(paths.get(i % paths.size()))
                                  .header("X-Request-ID", id)
                                  .build());
                      assertThat(answer.requestId()).isEqualTo(id);
                      return answer;
                    };
                  })
              .toList();
      for (Future<Answer> answer : callers.invokeAll(calls)) {
        server.trace(answer.get());
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private String get(String path, String id, String headers) {
    return "GET " + head(path, id, headers);
  }

  private String post(String path, String id, String headers) {
    return "POST " + head(path, id, headers);
  }

  private String head(String path, String id, String headers) {
    return server().path(path)
        + " HTTP/1.1\r\nHost: localhost\r\nX-Request-ID: "
        + id
        + "\r\n"
        + headers
        + "\r\n";
  }
}
