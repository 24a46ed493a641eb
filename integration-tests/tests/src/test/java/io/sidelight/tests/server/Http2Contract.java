package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.Quirk;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import okhttp3.Call;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same over HTTP/2, begun at once or by an upgrade. */
interface Http2Contract extends ServerContractPart {

  @ParameterizedTest
  @CsvSource({
    "/hello,200",
    "/nowhere,404",
    "/static/small.txt,200",
    "/static/big.bin,200",
    "/fail/exception,500",
    "/fail/send-error?status=403,403",
    "/reset,203",
    "/async/complete,200",
    "/async/dispatch,200",
    "/async/timeout,500"
  })
  default void stream_answered_isReportedOnce(String path, int status) {
    assumeTrue(!path.contains("timeout") || !server().target().has(Quirk.NO_TIMEOUT_OVER_HTTP2));
    assumeTrue(status < 400 || !server().target().has(Quirk.CANCELS_FAILED_STREAMS));
    TracedRequest got =
        server()
            .call(
                server().http2(), server().request(path).header("X-Request-ID", server().newId()));
    assertThat(got.line().status()).isEqualTo(status);
  }

  @Test
  default void stream_withBody_countsBothWays() {
    TracedRequest got =
        server()
            .call(
                server().http2(),
                server()
                    .request("/echo")
                    .post(ServerContractPart.body(3000))
                    .header("X-Request-ID", server().newId()));
    assertThat(got.answer().body()).hasSize(3000);
    assertThat(got.line().number("bytes_in")).isEqualTo(3000);
    assertThat(got.line().number("bytes_out")).isEqualTo(3000);
  }

  @Test
  default void streams_concurrentOnOneConnection_areNotMixedUp() throws Exception {
    boolean failing = !server().target().has(Quirk.CANCELS_FAILED_STREAMS);
    ConnectionContract.concurrently(
        server(),
        server().http2(),
        failing ? ConnectionContract.PATHS : ConnectionContract.ANSWERED);
  }

  @Test
  default void stream_resetByClient_isReportedAsAborted() throws IOException {
    String id = server().newId();
    server().sending(1);
    Call call =
        server()
            .http2()
            .newCall(
                server().request("/download?bytes=100000000").header("X-Request-ID", id).build());
    try (Response response = call.execute()) {
      response.body().source().require(20_000);
      call.cancel();
    }
    LogLine line = server().completed(id);
    assertThat(line.flag("aborted")).as("aborted in %s", line).isTrue();
  }

  @Test
  default void connection_upgraded_hasOneLineForEachRequest() throws Exception {
    assumeTrue(!server().target().has(Quirk.NO_UPGRADE_TO_HTTP2));
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    for (String path : new String[] {"/hello", "/nowhere", "/async/complete"}) {
      String id = server().newId();
      server().sending(1);
      HttpRequest request =
          HttpRequest.newBuilder(server().request(path).build().url().uri())
              .header("X-Request-ID", id)
              .build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(response.headers().allValues("X-Request-ID")).containsExactly(id);
      assertThat(server().completed(id).status()).isEqualTo(response.statusCode());
      assertThat(server().completed(id).text("path")).isEqualTo(server().path(path));
    }
  }
}
