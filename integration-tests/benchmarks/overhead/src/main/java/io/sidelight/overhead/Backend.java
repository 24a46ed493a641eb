package io.sidelight.overhead;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * What the application under measurement calls: answers every GET with the same few bytes, on
 * keep-alive connections, in one thread of the benchmark's own process.
 *
 * <p>In this process its CPU counts for no subject, and one thread on a selector takes little of a
 * machine that is shared with what is measured.
 */
final class Backend implements AutoCloseable {
  private static final byte[] ANSWER =
      ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n"
              + "{\"ok\":true}")
          .getBytes(StandardCharsets.US_ASCII);

  /** A request's head ends with these, read as one number. */
  private static final int BLANK_LINE = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';

  private final ServerSocketChannel server;
  private final Selector selector;
  private final Thread thread = new Thread(this::serve, "backend");
  private final ByteBuffer input = ByteBuffer.allocateDirect(16 * 1024);
  private final ByteBuffer output = ByteBuffer.allocateDirect(ANSWER.length).put(ANSWER);

  private volatile boolean closing;

  private Backend(ServerSocketChannel server, Selector selector) {
    this.server = server;
    this.selector = selector;
  }

  /** Serves on a free port until it is closed. */
  static Backend start() throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.configureBlocking(false);
    Selector selector = Selector.open();
    server.register(selector, SelectionKey.OP_ACCEPT);
    Backend backend = new Backend(server, selector);
    backend.thread.setDaemon(true);
    backend.thread.start();
    return backend;
  }

  /** Where it is, with a slash at the end. */
  String url() {
    return "http://127.0.0.1:" + server.socket().getLocalPort() + "/";
  }

  private void serve() {
    try {
      while (!closing) {
        selector.select();
        Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
        while (ready.hasNext()) {
          serve(ready.next());
          ready.remove();
        }
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new IllegalStateException("the backend can't go on", e);
    }
  }

  private void serve(SelectionKey key) throws IOException {
    if (key.isAcceptable()) {
      accept();
      return;
    }
    SocketChannel channel = (SocketChannel) key.channel();
    try {
      answer(channel, (Head) key.attachment());
    } catch (IOException broken) {
      channel.close();
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = server.accept();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, new Head());
  }

  private void answer(SocketChannel channel, Head head) throws IOException {
    input.clear();
    if (channel.read(input) < 0) {
      channel.close();
      return;
    }
    input.flip();
    while (input.hasRemaining()) {
      if (head.endsWith(input.get())) {
        output.rewind();
        while (output.hasRemaining()) {
          channel.write(output);
        }
      }
    }
  }

  /** The last four bytes of a request's head, which may come in pieces. */
  private static final class Head {
    private int lastBytes;

    boolean endsWith(byte next) {
      lastBytes = lastBytes << 8 | (next & 0xFF);
      return lastBytes == BLANK_LINE;
    }
  }

  @Override
  public void close() {
    closing = true;
    selector.wakeup();
  }
}
