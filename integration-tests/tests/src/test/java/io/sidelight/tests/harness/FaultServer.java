package io.sidelight.tests.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server that does what a server must not do, by the second segment of the path. What is on its
 * way when a connection is reset is still received, at least on Linux.
 */
final class FaultServer {

  private static final int HUGE_HEADERS_BYTES = 10 << 20;
  private static final int TLS_HANDSHAKE = 0x16;
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final ReceivedRequests arrivals;
  private final ServerSocket listening;

  FaultServer(ReceivedRequests arrivals) throws IOException {
    this.arrivals = arrivals;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon("fault-server", this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() throws IOException {
    while (true) {
      Socket socket = listening.accept();
      daemon("fault-connection", () -> serve(socket));
    }
  }

  private void serve(Socket socket) throws IOException {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      in.mark(1);
      if (in.read() == TLS_HANDSHAKE) {
        send(socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
        return;
      }
      in.reset();
      boolean more = true;
      for (int exchange = 1; more; exchange++) {
        ReceivedRequest arrival = receive(in, socket.getOutputStream());
        more = arrival != null && answer(arrival, arrivals.add(arrival), exchange, socket, in);
      }
    }
  }

  /**
   * @param count how many requests of this call have arrived
   * @param exchange which request of the connection it is
   * @return whether the connection is kept
   */
  private static boolean answer(
      ReceivedRequest arrival, int count, int exchange, Socket socket, InputStream in)
      throws IOException {
    switch (arrival.target().split("[/?]")[2]) {
      case "silence":
        in.read(); // until the client has gone
        return false;
      case "stalled":
        send(socket, OK + "Content-Length: 100000\r\n\r\nthe beginning");
        in.read(); // until the client has gone
        return false;
      case "close":
        return false;
      case "reset":
        socket.setSoLinger(true, 0);
        return false;
      case "reset-mid-body":
        send(socket, OK + "Content-Length: 100000\r\n\r\nthe beginning");
        socket.setSoLinger(true, 0);
        return false;
      case "truncated":
        send(socket, OK + "Content-Length: 100000\r\n\r\nthe beginning");
        return false;
      case "truncated-chunk":
        send(socket, OK + "Transfer-Encoding: chunked\r\n\r\nffff\r\nthe beginning");
        return false;
      case "bad-chunk":
        send(socket, OK + "Transfer-Encoding: chunked\r\n\r\nnumber\r\nthe beginning");
        return false;
      case "garbage":
        send(socket, "this is no answer that a client knows\r\n\r\nnothing\r\n");
        return false;
      case "huge-headers":
        hugeHeaders(socket);
        return false;
      case "stale":
        // A kept connection turns out to be gone when it is used again.
        if (exchange > 1 && count == 1) {
          return false;
        }
        send(socket, OK + "Content-Length: 5\r\n\r\nfresh");
        return true;
      case "to-the-end":
        send(socket, OK + "Connection: close\r\n\r\nas much as there is");
        return false;
      default:
        send(socket, OK + "Content-Length: 6\r\n\r\nanswer");
        return true;
    }
  }

  private static void hugeHeaders(Socket socket) throws IOException {
    StringBuilder headers = new StringBuilder(OK);
    String value = "v".repeat(1000);
    for (int i = 0; headers.length() < HUGE_HEADERS_BYTES; i++) {
      headers.append("X-Huge-").append(i).append(": ").append(value).append("\r\n");
    }
    send(socket, headers.append("Content-Length: 0\r\n\r\n").toString());
  }

  /** Null at the end of the connection. */
  private static @Nullable ReceivedRequest receive(InputStream in, OutputStream out)
      throws IOException {
    String requestLine = line(in);
    if (requestLine == null) {
      return null;
    }
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    int length = 0;
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      Map.Entry<String, String> header =
          ReceivedRequest.header(line.substring(0, colon), line.substring(colon + 1).strip());
      headers.add(header);
      if (header.getKey().equals("content-length")) {
        length = Integer.parseInt(header.getValue());
      } else if (header.getKey().equals("expect")) {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
    }
    String[] part = requestLine.split(" ");
    return new ReceivedRequest(part[0], part[1], headers, in.readNBytes(length));
  }

  /** Null at the end of the connection. */
  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static void daemon(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The client has gone, which is what many of the tests are about.
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private interface Work {
    void run() throws IOException;
  }
}
