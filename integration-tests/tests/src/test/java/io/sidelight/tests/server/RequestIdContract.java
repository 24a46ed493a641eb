package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.LogLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which request IDs are accepted, what replaces the others, and what reads trace IDs. */
interface RequestIdContract extends ServerContractPart {

  String UUID_V7 = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  @Test
  default void id_ofEveryAllowedCharacter_isAccepted() {
    String id = server().newId() + "azAZ09._~+/=@:-";
    assertThat(server().call(server().request("/hello").header("X-Request-ID", id)).line())
        .extracting(LogLine::requestId)
        .isEqualTo(id);
    String longest = server().newId() + "-";
    longest += "x".repeat(128 - longest.length());
    server().call(server().request("/hello").header("x-request-id", longest));
  }

  @Test
  default void id_absent_isMade() {
    TracedRequest one = server().call(server().request("/request-id"));
    TracedRequest two = server().call(server().request("/request-id"));
    assertThat(one.answer().requestId()).matches(UUID_V7);
    assertThat(two.answer().requestId()).isGreaterThan(one.answer().requestId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil-id,two",
        "evil-id two",
        "evil-id\"quoted",
        "evil-id<tag>",
        "evil-id;semi",
        "evil-id\ttab",
        "evil-id\u00e9\u00ff",
        "evil-id{json:1}"
      })
  default void id_withBadCharacters_isReplacedAndNeverRepeated(String id) {
    replaced("X-Request-ID: " + id);
  }

  @Test
  default void id_tooLong_isReplaced() {
    replaced("X-Request-ID: evil-id" + "x".repeat(122));
  }

  @Test
  default void id_sentTwice_isReplaced() {
    replaced("X-Request-ID: evil-id-1\r\nX-Request-ID: evil-id-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/own-id/set", "/own-id/add"})
  default void id_setByApplicationToo_isInTheResponseOnce(String path) {
    String id = server().newId();
    Answer answer =
        server()
            .answer(server().http1(), server().request(path).header("X-Request-ID", id).build());
    assertThat(answer.headers("X-Request-ID")).hasSize(1);
    server().completed(id);
  }

  @ParameterizedTest
  @CsvSource({
    "traceparent,00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "b3,0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
    "X-B3-TraceId,0af7651916cd43dd8448eb211c80319c",
    "X-Amzn-Trace-Id,Root=1-0af76519-16cd43dd8448eb211c80319c;Sampled=1",
    "X-Cloud-Trace-Context,0af7651916cd43dd8448eb211c80319c/1;o=1"
  })
  default void trace_sentByCaller_isRead(String header, String value) {
    TracedRequest got = server().call(server().request("/hello").header(header, value));
    assertThat(got.line().text("trace_id").replace("-", ""))
        .endsWith("0af7651916cd43dd8448eb211c80319c");
    assertThat(got.answer().headers(header)).isEmpty();
  }

  private void replaced(String header) {
    TracedRequest got =
        server()
            .raw(
                "GET "
                    + server().path("/hello")
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + header
                    + "\r\n\r\n");
    assertThat(got.answer().requestId()).matches(UUID_V7);
    assertThat(got.answer().toString()).doesNotContain("evil-id");
    if (got.line().status() < 400 && !header.endsWith(": ")) {
      assertThat(got.line().text("request_id_rejected")).isNotEmpty();
    }
    assertThat(server().jvm().lines()).noneMatch(line -> line.raw().contains("evil-id"));
  }
}
