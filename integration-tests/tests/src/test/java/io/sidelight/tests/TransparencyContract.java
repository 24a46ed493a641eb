package io.sidelight.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same requests with and without the agent get the same answers. */
final class TransparencyTest {

  private static final List<String> PATHS =
      List.of(
          "/hello?a=1",
          "/nowhere",
          "/static/small.txt",
          "/static/big.bin",
          "/static",
          "/static/",
          "/redirect",
          "/empty",
          "/forward",
          "/forward/missing",
          "/include",
          "/fail/exception",
          "/fail/wrapped",
          "/fail/paged",
          "/fail/send-error?status=403",
          "/fail/send-error?status=409",
          "/reset",
          "/async/complete",
          "/async/dispatch",
          "/async/error",
          "/async/timeout",
          "/async/timeout-listener",
          "/session",
          "/request-id",
          "/filter/answers",
          "/download?bytes=20000");
  private static final List<String> RAW =
      List.of(
          "GET /a%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n",
          "GET\r\n\r\n",
          "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "TRACE /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

  static List<Target> targets() {
    return Target.onNewestJdk(new EmbeddedTomcat());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void answers_withAgent_areThoseWithout(Target target) {
    ContractServer without = ContractServer.startWithoutAgent(target, "without");
    ContractServer with = ContractServer.start(target, "with");
    try {
      Map<String, String> expected = answers(without);
      answers(with)
          .forEach((what, answer) -> assertThat(answer).as(what).isEqualTo(expected.get(what)));
    } finally {
      without.close();
      with.close();
    }
  }

  private static Map<String, String> answers(ContractServer server) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String path : PATHS) {
      for (OkHttpClient client : List.of(server.http1(), server.http2())) {
        boolean http2 = client == server.http2();
        if (http2 && path.contains("timeout") && server.target().has(Quirk.NO_TIMEOUT_OVER_HTTP2)) {
          continue;
        }
        Request request = server.request(path).build();
        answers.put(
            client.protocols() + path, server.answer(client, request).comparable(server.port()));
      }
    }
    for (String request : RAW) {
      try (RawHttp connection = new RawHttp(server.port())) {
        connection.send(request);
        answers.put(request, connection.receive(true).comparable(server.port()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return answers;
  }
}
