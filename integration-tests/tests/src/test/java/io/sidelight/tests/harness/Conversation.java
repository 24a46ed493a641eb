package io.sidelight.tests.harness;

import io.sidelight.tests.server.RunningService;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/**
 * A handful of requests that go the different ways through a server, and their answers. The login
 * is a page that does not exist unless the server is started with one.
 */
public final class Conversation {

  private static final List<String> PATHS =
      List.of(
          "/hello",
          "/nowhere",
          "/fail/exception",
          "/fail/paged",
          "/session",
          "/user/login",
          "/async/complete",
          "/async/start",
          "/async/dispatch");

  private Conversation() {}

  public static List<Answer> hold(RunningService server) {
    List<Answer> answers = new ArrayList<>();
    for (String path : PATHS) {
      answers.add(get(server, server.http1(), path));
    }
    answers.add(get(server, server.http2(), "/hello"));
    answers.add(get(server, server.http2(), "/async/complete"));
    answers.add(server.rawAnswer("GET\r\nHost: localhost\r\n\r\n"));
    answers.add(server.rawAnswer("GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n"));
    answers.add(
        server.rawAnswer("GET /a%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    return answers;
  }

  private static Answer get(RunningService server, OkHttpClient client, String path) {
    return server.answer(client, server.request(path).build());
  }
}
