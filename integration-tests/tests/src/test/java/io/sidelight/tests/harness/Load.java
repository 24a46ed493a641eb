package io.sidelight.tests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.server.RunningService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many small requests on a few connections, each sent when the one before it was answered. */
public final class Load {

  public static final String PREFIX = "load-";

  /** Tomcat closes a connection after a hundred requests. */
  private static final int KEEP_ALIVE = 100;

  private Load() {}

  /** Sends that many on each connection, and fails unless every one is answered with 200. */
  public static void send(RunningService server, int connections, int each) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int connection = i;
        tasks.add(() -> sendOn(server, connection, each));
      }
      for (Future<Void> done : clients.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      clients.shutdown();
    }
  }

  /** The ID of a request. */
  public static String id(int connection, String number) {
    return PREFIX + connection + "-" + number;
  }

  private static Void sendOn(RunningService server, int connection, int each) throws IOException {
    int left = KEEP_ALIVE;
    RawHttp http = new RawHttp(server.port());
    try {
      for (int i = 0; i < each; i++) {
        if (left == 0) {
          http.close();
          http = new RawHttp(server.port());
          left = KEEP_ALIVE;
        }
        left--;
        http.send(
            "GET /hello HTTP/1.1\r\nHost: localhost\r\nX-Request-ID: "
                + id(connection, Integer.toString(i))
                + "\r\n\r\n");
        assertThat(http.receive(true).status()).isEqualTo(200);
      }
    } finally {
      if (http != null) {
        http.close();
      }
    }
    return null;
  }
}
