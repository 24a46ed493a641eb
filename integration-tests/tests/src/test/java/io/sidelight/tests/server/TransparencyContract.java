package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.Quirk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** The same requests with and without the agent get the same answers. */
interface TransparencyContract extends ServerContractPart {

  List<String> PATHS =
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
  List<String> RAW =
      List.of(
          "GET /a%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n",
          "GET\r\n\r\n",
          "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "TRACE /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

  @Test
  default void answers_withAgent_areThoseWithout() {
    RunningService without = RunningService.startWithoutAgent(server().target(), "without");
    try {
      Map<String, String> expected = answers(without);
      answers(server())
          .forEach((what, answer) -> assertThat(answer).as(what).isEqualTo(expected.get(what)));
    } finally {
      without.close();
    }
  }

  private static boolean fails(String path) {
    return path.matches("/(nowhere|forward/missing|fail/.*|async/(error|timeout.*))");
  }

  private static Map<String, String> answers(RunningService server) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String path : PATHS) {
      for (OkHttpClient client : List.of(server.http1(), server.http2())) {
        boolean http2 = client == server.http2();
        if (http2 && path.contains("timeout") && server.target().has(Quirk.NO_TIMEOUT_OVER_HTTP2)) {
          continue;
        }
        if (http2 && fails(path) && server.target().has(Quirk.CANCELS_FAILED_STREAMS)) {
          continue;
        }
        Request request = server.request(path).build();
        answers.put(
            client.protocols() + path, server.answer(client, request).comparable(server.port()));
      }
    }
    for (String request : RAW) {
      answers.put(request, server.rawAnswer(request).comparable(server.port()));
    }
    return answers;
  }
}
