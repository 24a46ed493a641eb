package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.Quirk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are answered on the thread that got them. */
interface PlainContract extends ServerContractPart {

  @Test
  default void get_answered_isReportedInFull() {
    TracedRequest got = server().get("/hello");
    assertThat(got.answer().text()).isEqualTo("hello");
    assertThat(got.line().status()).isEqualTo(200);
    assertThat(got.line().number("bytes_out")).isEqualTo(5);
    assertThat(got.line().text("content_type")).startsWith("text/plain");
    assertThat(got.line().text("user_id")).isEqualTo("-");
    assertThat(got.line().has("error")).isFalse();
    assertThat(got.line().has("aborted")).isFalse();
  }

  @Test
  default void head_answered_hasNoBody() {
    assumeFalse(server().target().has(Quirk.NO_HEAD));
    TracedRequest got =
        server().call(server().request("/hello").head().header("X-Request-ID", server().newId()));
    assertThat(got.line().text("method")).isEqualTo("HEAD");
    assertThat(got.answer().body()).isEmpty();
    assertThat(got.line().number("bytes_out")).isZero();
  }

  @Test
  default void post_withBody_countsBothWays() {
    TracedRequest got =
        server()
            .call(
                server()
                    .request("/echo")
                    .post(ServerContractPart.body(3000))
                    .header("X-Request-ID", server().newId()));
    assertThat(got.answer().body()).hasSize(3000);
    assertThat(got.line().number("bytes_in")).isEqualTo(3000);
  }

  @Test
  default void post_withBodyLeftUnread_isReportedOnce() {
    server()
        .call(
            server()
                .request("/unread")
                .post(ServerContractPart.body(3000))
                .header("X-Request-ID", server().newId()));
  }

  @Test
  default void query_ofRequest_isReportedByItsNamesOnly() {
    TracedRequest got = server().get("/hello?plain=one&password=hunter2-secret&plain=two&flag");
    assertThat(got.line().strings("query_keys")).contains("plain", "password", "flag");
    assertThat(got.line().raw()).doesNotContain("hunter2").doesNotContain("\"one\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 304})
  default void status_withoutBody_isReported(int status) {
    String path =
        status == 204 ? "/empty" : status == 302 ? "/redirect" : "/fail/status?status=304";
    assertThat(server().get(path).line().status()).isEqualTo(status);
  }

  @Test
  default void unknownPath_answeredByServer_is404() {
    assertThat(server().get("/nowhere/at/all").line().status()).isEqualTo(404);
  }

  @Test
  default void unknownMethod_answeredByServlet_isReported() {
    TracedRequest got =
        server()
            .call(
                server()
                    .request("/hello")
                    .method("BREW", ServerContractPart.body(0))
                    .header("X-Request-ID", server().newId()));
    assertThat(got.line().status()).isIn(400, 405, 501);
    assertThat(got.line().level()).isNotEqualTo("ERROR");
  }

  @Test
  default void status501_ofTheApplication_isAnError() {
    assertThat(server().get("/fail/status?status=501").line().level()).isEqualTo("ERROR");
  }

  @Test
  default void staticFile_small_isReported() {
    TracedRequest got = server().get("/static/small.txt");
    assertThat(got.answer().text()).isEqualTo("small file");
    assertThat(got.line().number("bytes_out")).isEqualTo(10);
  }

  @Test
  default void staticFile_sentByTheKernel_isReportedWithItsSize() {
    TracedRequest got = server().get("/static/big.bin");
    assertThat(got.answer().body()).hasSize(1 << 20);
    assertThat(got.line().number("bytes_out")).isEqualTo(1 << 20);
  }

  @Test
  default void folder_withoutSlash_isRedirected() {
    assertThat(server().get("/static").line().status()).isEqualTo(302);
  }

  @Test
  default void folder_withWelcomeFile_keepsThePathSent() {
    assertThat(server().get("/static/").line().text("path")).isEqualTo(server().path("/static/"));
  }

  @Test
  default void filter_answeringItself_isReported() {
    assertThat(server().get("/filter/answers").line().status()).isEqualTo(202);
  }

  @Test
  default void slowRequest_overThreshold_warns() {
    TracedRequest got = server().get("/slow?ms=350");
    assertThat(got.line().level()).isEqualTo("WARN");
    assertThat(got.line().flag("slow")).isTrue();
    assertThat(got.line().durationMs()).isGreaterThanOrEqualTo(350);
  }

  @Test
  default void request_ignored_hasAnIdAndNoLine() {
    Answer ignored = server().ignored("/quiet");
    assertThat(ignored.requestId()).matches(RequestIdContract.UUID_V7);
    server().get("/hello");
    assertThat(server().lines("request_completed", ignored.requestId())).isEmpty();
  }

  @Test
  default void request_ignoredThatFails_isReported() {
    assertThat(server().get("/quiet/fails").line().status()).isEqualTo(500);
  }

  @Test
  default void session_notAskedFor_isNotCreated() {
    assertThat(server().get("/session").answer().text()).isEqualTo("false");
  }
}
