package io.sidelight.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
  private final AtomicInteger served = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          served.incrementAndGet();
          int status = exchange.getRequestURI().getPath().equals("/fail") ? 503 : 200;
          byte[] body = {'o', 'k'};
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void run_severalConnections_sendsExactlyAsManyRequests() throws IOException {
    long nanos = LoadGenerator.run(server.getAddress().getPort(), "/", 101, 4);

    assertThat(served).hasValue(101);
    assertThat(nanos).isPositive();
  }

  @Test
  void run_fewerRequestsThanConnections_sendsNoMore() throws IOException {
    LoadGenerator.run(server.getAddress().getPort(), "/", 2, 8);

    assertThat(served).hasValue(2);
  }

  @Test
  void run_answerThatIsNotOk_throws() {
    assertThatThrownBy(() -> LoadGenerator.run(server.getAddress().getPort(), "/fail", 10, 2))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("503");
  }
}
