package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that the application hands on, fails or starts over. */
interface DispatchContract extends ServerContractPart {

  @ParameterizedTest
  @CsvSource({"/forward,200", "/forward/static,200", "/forward/missing,404", "/forward/fails,500"})
  default void forward_toAnotherPath_isReportedOnceUnderThePathSent(String path, int status) {
    TracedRequest got = server().get(path);
    assertThat(got.line().status()).isEqualTo(status);
    assertThat(got.line().text("path")).isEqualTo(server().path(path));
  }

  @Test
  default void include_ofAnotherPath_isReportedOnce() {
    assertThat(server().get("/include").answer().text()).isEqualTo("before hello after");
  }

  @ParameterizedTest
  @CsvSource({"403,INFO", "409,INFO", "410,INFO", "500,ERROR", "503,ERROR"})
  default void sendError_withAndWithoutPage_keepsTheStatus(int status, String level) {
    TracedRequest got = server().get("/fail/send-error?status=" + status);
    assertThat(got.line().status()).isEqualTo(status);
    if (!got.line().flag("slow")) {
      assertThat(got.line().level()).isEqualTo(level);
    }
    if (status == 409) {
      assertThat(got.answer().text()).isEqualTo("page for 409");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/fail/exception,java.lang.IllegalStateException",
    "/fail/paged,io.sidelight.tests.app.PagedException",
    "/fail/error,java.lang.AssertionError",
    "/forward/fails,java.lang.IllegalStateException"
  })
  default void exception_ofApplication_isReportedWithItsClass(String path, String error) {
    TracedRequest got = server().get(path);
    assertThat(got.line().status()).isEqualTo(500);
    assertThat(got.line().level()).isEqualTo("ERROR");
    assertThat(got.line().text("error")).isEqualTo(error);
    assertThat(got.line().keys()).endsWith("exc");
  }

  @Test
  default void exception_wrapped_isReportedWithItsCause() {
    TracedRequest got = server().get("/fail/wrapped");
    assertThat(got.line().status()).isEqualTo(500);
    assertThat(got.line().json().path("exc").toString()).contains("IOException").contains("inner");
  }

  @Test
  default void exception_afterCommit_keepsTheStatusSent() {
    String id = server().newId();
    server().sending(1);
    try (RawHttp connection = new RawHttp(server().port())) {
      connection.send(
          "GET "
              + server().path("/fail/committed")
              + " HTTP/1.1\r\nHost: localhost\r\nX-Request-ID: "
              + id
              + "\r\n\r\n");
      assertThat(connection.receive(false).status()).isEqualTo(200);
      if (server().target().has(Quirk.FORGETS_ABANDONED)) {
        connection.awaitEnd();
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    LogLine line = server().completed(id);
    assertThat(line.level()).isEqualTo("ERROR");
    assertThat(line.text("error")).isEqualTo("java.lang.IllegalStateException");
    assertThat(line.status()).isEqualTo(200);
  }

  @Test
  default void status503_setByApplication_hasNoError() {
    TracedRequest got = server().get("/fail/handled");
    assertThat(got.line().level()).isEqualTo("ERROR");
    assertThat(got.line().has("error")).isFalse();
  }

  @Test
  default void reset_afterHeaders_keepsTheRequestId() {
    TracedRequest got = server().get("/reset");
    assertThat(got.answer().status()).isEqualTo(203);
    assertThat(got.answer().headers("X-Before")).isEmpty();
    assertThat(server().get("/reset/send-error").line().status()).isEqualTo(410);
  }
}
