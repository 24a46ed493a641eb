package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.IssuedToken;
import io.sidelight.tests.harness.LogLine;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/**
 * Which requests have DEBUG for themselves, and what is said of it. Refusals come from addresses of
 * their own, since each is told once a minute.
 */
interface DebugRequestContract extends ServerContractPart {

  String HEADER = "X-Debug-Log";

  @Test
  default void debug_fromAnAddressInTheList_isForThatRequestAlone() {
    for (OkHttpClient client : List.of(server().http1(), server().http2())) {
      TracedRequest debugged =
          server().call(client, server().request("/hello").header(HEADER, "1"));
      LogLine audit = allowed(debugged);
      assertThat(audit.text("by")).isEqualTo("address");
      assertThat(audit.text("peer")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
      TracedRequest next = server().call(client, server().request("/hello"));
      assertThat(server().lines("request_started", next.answer().requestId())).isEmpty();
    }
  }

  @Test
  default void debug_byToken_countsFromAnywhere() {
    String token = IssuedToken.get();
    TracedRequest got = server().raw("127.0.0.3", get("/hello", HEADER + ": " + token));
    LogLine audit = allowed(got);
    assertThat(audit.text("by")).isEqualTo("token");
    assertThat(audit.text("peer")).isEqualTo("127.0.0.3");
    assertThat(audit.text("token_id")).hasSize(16);
    assertThat(server().jvm().text("stdout")).doesNotContain(token);
  }

  @Test
  default void debug_fromElsewhereWithForwardedHeaders_isRefused() {
    TracedRequest got =
        server()
            .raw("127.0.0.2", get("/remote-address", HEADER + ": 1", "X-Forwarded-For: 127.0.0.1"));
    assertThat(got.answer().text())
        .as("what the application is told")
        .isEqualTo(server().target().server().believesForwarded() ? "127.0.0.1" : "127.0.0.2");
    LogLine audit = refused(got);
    assertThat(audit.text("peer")).isEqualTo("127.0.0.2");
    assertThat(audit.text("reason")).isEqualTo("address");
  }

  @Test
  default void debug_byForgedToken_isRefusedAndToldOnceAMinute() {
    String token = IssuedToken.get();
    char changed = token.charAt(10) == 'A' ? 'B' : 'A';
    String forged = token.substring(0, 10) + changed + token.substring(11);
    LogLine audit = refused(server().raw("127.0.0.4", get("/hello", HEADER + ": " + forged)));
    assertThat(audit.text("reason")).isEqualTo("invalid");
    TracedRequest again =
        server().raw("127.0.0.4", get("/hello", HEADER + ": " + token, HEADER + ": " + token));
    String id = again.answer().requestId();
    assertThat(server().lines("audit", id)).isEmpty();
    assertThat(server().lines("request_started", id)).isEmpty();
    assertThat(server().jvm().text("stdout")).doesNotContain(forged).doesNotContain(token);
  }

  private LogLine allowed(TracedRequest got) {
    String id = got.answer().requestId();
    List<LogLine> started = server().lines("request_started", id);
    assertThat(started).as("request_started of %s", id).hasSize(1);
    assertThat(started.get(0).level()).isEqualTo("DEBUG");
    assertThat(started.get(0).json().path("headers").path("x-debug-log").asText())
        .isEqualTo("[REDACTED]");
    return audit(id, "allowed");
  }

  private LogLine refused(TracedRequest got) {
    String id = got.answer().requestId();
    assertThat(server().lines("request_started", id)).isEmpty();
    return audit(id, "refused");
  }

  private LogLine audit(String id, String outcome) {
    List<LogLine> lines = server().lines("audit", id);
    assertThat(lines).as("audit of %s", id).hasSize(1);
    assertThat(lines.get(0).text("action")).isEqualTo("debug_request");
    assertThat(lines.get(0).text("outcome")).isEqualTo(outcome);
    return lines.get(0);
  }

  private String get(String path, String... headers) {
    return "GET "
        + server().path(path)
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }
}
