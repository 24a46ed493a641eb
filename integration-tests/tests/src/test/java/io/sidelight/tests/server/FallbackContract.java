package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.Compatibility;
import io.sidelight.tests.harness.LogLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What can be promised of a server that is only known through its servlets. Left out of {@link
 * ServerContract}, and why:
 *
 * <ul>
 *   <li>{@link PlainContract} and {@link ConnectionContract}, but for what is here: sizes and
 *       aborted connections are the server's to know.
 *   <li>{@link RefusedContract}, and what a filter or the server answers by itself: no servlet sees
 *       it.
 *   <li>{@link HostileContract}: most of it is refused by the server.
 *   <li>{@link Http2Contract}: the servers tested here don't take it without TLS.
 *   <li>Agreement with the access log: there is none of these requests alone.
 * </ul>
 *
 * <p>Where the server throws the headers away after the servlet has returned, as these do for an
 * exception, the response has no request ID: such requests are looked up by the ID that was sent.
 */
@SuppressWarnings("NullAway.Init") // before each invocation of the class
abstract class FallbackContract implements DispatchContract, AsyncContract, RequestIdContract {

  private static RunningService server;

  static void use(RunningService started) {
    server = started;
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finishWithoutAccessLog();
    Compatibility.finished(server.target());
  }

  @Override
  public final RunningService server() {
    return server;
  }

  @ParameterizedTest
  @CsvSource({
    "/hello,200",
    "/hello?token=hunter2-secret,200",
    "/static/small.txt,200",
    "/static/big.bin,200",
    "/static/,200",
    "/nowhere/at/all,404",
    "/empty,204",
    "/redirect,302",
    "/fail/status?status=304,304"
  })
  void get_answeredByAServlet_isReportedWithoutSizes(String path, int status) {
    TracedRequest got = server.get(path);
    assertThat(got.line().status()).isEqualTo(status);
    assertThat(got.line().has("bytes_out")).isFalse();
    assertThat(got.line().has("bytes_in")).isFalse();
    assertThat(got.line().has("error")).isFalse();
    assertThat(got.line().raw()).doesNotContain("hunter2");
  }

  @Test
  void post_withBody_isLeftToTheApplication() {
    TracedRequest got =
        server.call(
            server
                .request("/echo")
                .post(ServerContractPart.body(3000))
                .header("X-Request-ID", "post-1"));
    assertThat(got.answer().body()).hasSize(3000);
    assertThat(got.line().text("method")).isEqualTo("POST");
  }

  @Test
  void session_notAskedFor_isNotCreated() {
    assertThat(server.get("/session").answer().text()).isEqualTo("false");
  }

  @Test
  void requests_concurrent_areNotMixedUp() throws Exception {
    ConnectionContract.concurrently(
        server,
        server.http1(),
        List.of("/request-id", "/async/complete", "/async/dispatch", "/nowhere"));
  }

  @Test
  void slowRequest_overThreshold_warns() {
    assertThat(server.get("/slow?ms=350").line().flag("slow")).isTrue();
  }

  @Override
  @ParameterizedTest
  @CsvSource({"/forward,200", "/forward/static,200", "/forward/missing,404", "/forward/fails,500"})
  public void forward_toAnotherPath_isReportedOnceUnderThePathSent(String path, int status) {
    LogLine line = sent(path);
    assertThat(line.status()).isEqualTo(status);
    assertThat(line.text("path")).isEqualTo(server.path(path));
  }

  @Override
  @ParameterizedTest
  @CsvSource({
    "/fail/exception,java.lang.IllegalStateException",
    "/fail/paged,io.sidelight.tests.app.PagedException",
    "/fail/error,java.lang.AssertionError",
    "/forward/fails,java.lang.IllegalStateException"
  })
  public void exception_ofApplication_isReportedWithItsClass(String path, String error) {
    LogLine line = sent(path);
    assertThat(line.status()).isEqualTo(500);
    assertThat(line.level()).isEqualTo("ERROR");
    assertThat(line.text("error")).isEqualTo(error);
    assertThat(line.keys()).endsWith("exc");
  }

  @Override
  @Test
  public void exception_wrapped_isReportedWithItsCause() {
    assertThat(sent("/fail/wrapped").text("error")).isEqualTo("java.io.IOException");
  }

  @Override
  @Test
  public void reset_afterHeaders_keepsTheRequestId() {
    TracedRequest got = server.get("/reset");
    assertThat(got.answer().status()).isEqualTo(203);
    assertThat(got.answer().headers("X-Before")).isEmpty();
    assertThat(sent("/reset/send-error").status()).isEqualTo(410);
  }

  /** GlassFish sets the status to 200 for every listener that it calls, without the agent too. */
  @Override
  @Test
  public void async_timedOutWithListener_hasTheStatusOfTheListener() {
    TracedRequest got = server.get("/async/timeout-listener");
    assertThat(got.answer().text()).isEqualTo("time is up");
    assertThat(got.line().flag("async")).isTrue();
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

  @ParameterizedTest
  @ValueSource(ints = {404, 409, 500})
  void request_afterAFailedOne_startsAfresh(int status) {
    String failed = sent("/fail/send-error?status=" + status).requestId();
    assertThat(server.get("/hello").line().requestId()).isNotEqualTo(failed);
  }

  @Test
  void answers_withAgent_areThoseWithout() {
    RunningService without = RunningService.startWithoutAgent(server.target(), "without");
    try {
      Map<String, String> expected = answers(without);
      answers(server)
          .forEach((what, answer) -> assertThat(answer).as(what).isEqualTo(expected.get(what)));
    } finally {
      without.close();
    }
  }

  private static Map<String, String> answers(RunningService server) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String path : TransparencyContract.PATHS) {
      String answer =
          server.answer(server.http1(), server.request(path).build()).comparable(server.port());
      // In links of the server's own pages too.
      answers.put(path, answer.replace(":" + server.port() + "/", ":port/"));
    }
    return answers;
  }

  /** Sends a GET whose response may have lost its request ID. */
  private static LogLine sent(String path) {
    String id = server.newId();
    Answer answer =
        server.answer(server.http1(), server.request(path).header("X-Request-ID", id).build());
    LogLine line = server.completed(id);
    assertThat(line.status()).isEqualTo(answer.status());
    return line;
  }
}
