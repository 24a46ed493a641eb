package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are answered after the servlet has returned. */
interface AsyncContract extends ServerContractPart {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/async/complete",
        "/async/complete-at-once",
        "/async/start",
        "/async/dispatch",
        "/async/again"
      })
  default void async_completed_isReportedOnce(String path) {
    TracedRequest got = server().get(path);
    assertThat(got.line().status()).isEqualTo(200);
    assertThat(got.line().flag("async")).isTrue();
  }

  @Test
  default void async_dispatchedToMissingPath_is404() {
    assertThat(server().get("/async/missing").line().status()).isEqualTo(404);
  }

  @Test
  default void async_dispatchedToFailure_isReportedWithTheError() {
    TracedRequest got = server().get("/async/error");
    assertThat(got.line().status()).isEqualTo(500);
    // The server itself may have wrapped what the application threw.
    assertThat(got.line().text("error")).isNotEmpty();
    assertThat(got.line().text("exc")).contains("java.lang.IllegalStateException");
  }

  @Test
  default void async_timedOut_is500AfterTheTimeout() {
    TracedRequest got = server().get("/async/timeout");
    assertThat(got.line().status()).isEqualTo(500);
    assertThat(got.line().durationMs()).isGreaterThanOrEqualTo(95);
  }

  @Test
  default void async_timedOutWithListener_hasTheStatusOfTheListener() {
    TracedRequest got = server().get("/async/timeout-listener");
    assertThat(got.line().status()).isEqualTo(503);
    assertThat(got.answer().text()).isEqualTo("time is up");
  }

  @Test
  default void nonBlockingIo_completed_countsBothWays() {
    TracedRequest got =
        server()
            .call(
                server()
                    .request("/async/echo")
                    .post(ServerContractPart.body(20_000))
                    .header("X-Request-ID", server().newId()));
    assertThat(got.answer().body()).hasSize(20_000);
    assertThat(got.line().number("bytes_in")).isEqualTo(20_000);
  }
}
