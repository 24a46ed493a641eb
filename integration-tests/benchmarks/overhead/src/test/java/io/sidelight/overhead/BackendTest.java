package io.sidelight.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackendTest {
  private final Backend backend;
  private final int port;

  BackendTest() throws IOException {
    backend = Backend.start();
    port = URI.create(backend.url()).getPort();
  }

  @AfterEach
  void stop() {
    backend.close();
  }

  @Test
  void backend_manyRequestsOnSeveralConnections_answersEach() throws IOException {
    assertThat(LoadGenerator.run(port, "/", 101, 4)).isPositive();
  }

  @Test
  void backend_headInPieces_answersOnce() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      for (String piece : new String[] {"GET / HTTP/1.1\r\nHost: x\r", "\n\r", "\n"}) {
        socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
      }
      socket.shutdownOutput();

      String answer = text(socket.getInputStream());

      assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n{\"ok\":true}");
      assertThat(answer.indexOf("HTTP", 1)).isNegative();
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
  }
}
