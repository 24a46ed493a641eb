package io.sidelight.tests.harness;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An HTTP/1.1 connection that sends whatever it is told to, well-formed or not. */
public final class RawHttp implements Closeable {

  private static final int TIMEOUT_MS = 60_000;

  private final Socket socket;
  private final InputStream in;

  public RawHttp(int port) throws IOException {
    this(port, InetAddress.getLoopbackAddress());
  }

  /**
   * @param from an address of this machine
   */
  public RawHttp(int port, InetAddress from) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
    socket.setSoTimeout(TIMEOUT_MS);
    in = socket.getInputStream();
  }

  public int port() {
    return socket.getPort();
  }

  /** Characters U+0000 to U+00FF stand for one byte each. */
  public void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Reads one response; its body by length, by chunks or to the end of the connection. */
  public Answer receive(boolean bodyExpected) throws IOException {
    String statusLine = line();
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.add(
          Map.entry(
              line.substring(0, colon).toLowerCase(Locale.ROOT),
              line.substring(colon + 1).strip()));
    }
    int status = Integer.parseInt(statusLine.split(" ")[1]);
    Answer head = new Answer(status, headers, new byte[0]);
    boolean none = !bodyExpected || status < 200 || status == 204 || status == 304;
    return none ? head : new Answer(status, headers, body(head));
  }

  public byte[] receive(int bytes) throws IOException {
    return in.readNBytes(bytes);
  }

  /** Waits until the peer has ended the connection, in order or not. */
  public void awaitEnd() throws IOException {
    try {
      in.readAllBytes();
    } catch (SocketException e) {
      // a reset is an end as well
    }
  }

  /** Breaks the connection so that the peer sees a reset, not an end. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private byte[] body(Answer head) throws IOException {
    List<String> length = head.headers("content-length");
    if (!length.isEmpty()) {
      return in.readNBytes(Integer.parseInt(length.get(0)));
    }
    if (!head.headers("transfer-encoding").contains("chunked")) {
      return in.readAllBytes();
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ended within: " + line);
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
