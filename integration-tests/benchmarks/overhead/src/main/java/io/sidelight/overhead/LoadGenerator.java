package io.sidelight.overhead;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * A closed loop over keep-alive connections in one thread: each connection sends its next request
 * when the answer to the last one is complete.
 *
 * <p>One thread on a selector, so that the generator takes as little as possible of a machine it
 * shares with what it measures.
 */
final class LoadGenerator {
  private static final long SILENCE_MILLIS = 30_000;

  private final ByteBuffer request;
  private final int requests;
  private int sent;
  private int answered;

  private LoadGenerator(String path, int requests) {
    String head =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: overhead\r\nAccept: */*\r\n\r\n";
    this.request = ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII));
    this.requests = requests;
  }

  /**
   * Returns the nanoseconds from the first request to the last answer.
   *
   * @throws IOException also if an answer is not a 200, or none comes for half a minute
   */
  static long run(int port, String path, int requests, int connections) throws IOException {
    return new LoadGenerator(path, requests).run(port, connections);
  }

  private long run(int port, int connections) throws IOException {
    try (Selector selector = Selector.open()) {
      try {
        for (int i = 0; i < Math.min(connections, requests); i++) {
          connect(selector, port);
        }
        long begin = System.nanoTime();
        for (SelectionKey key : selector.keys()) {
          send((SocketChannel) key.channel());
        }
        while (answered < requests) {
          if (selector.select(SILENCE_MILLIS) == 0) {
            throw new IOException("no answer within " + SILENCE_MILLIS + " ms");
          }
          Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
          while (ready.hasNext()) {
            receive(ready.next());
            ready.remove();
          }
        }
        return System.nanoTime() - begin;
      } finally {
        for (SelectionKey key : selector.keys()) {
          key.channel().close();
        }
      }
    }
  }

  private static void connect(Selector selector, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    SocketChannel channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, new Answer());
  }

  private void send(SocketChannel channel) throws IOException {
    if (sent == requests) {
      return;
    }
    sent++;
    request.rewind();
    while (request.hasRemaining()) {
      channel.write(request);
    }
  }

  private void receive(SelectionKey key) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    Answer answer = (Answer) key.attachment();
    if (channel.read(answer.buffer()) < 0) {
      throw new EOFException("the connection was closed after " + answered + " answers");
    }
    if (answer.isComplete()) {
      answer.reset();
      answered++;
      send(channel);
    }
  }
}
