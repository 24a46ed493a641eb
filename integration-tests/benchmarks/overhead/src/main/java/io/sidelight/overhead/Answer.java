package io.sidelight.overhead;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Gathers one HTTP/1.1 response that has a {@code Content-Length} and at most 8 KB. */
final class Answer {
  private static final String LENGTH = "\r\ncontent-length:";

  private final ByteBuffer buffer = ByteBuffer.allocate(8192);
  private int bodyStart = -1;
  private int end = -1;

  /** Where to read the next bytes into. */
  ByteBuffer buffer() {
    return buffer;
  }

  /**
   * Whether the response has arrived to its last byte.
   *
   * @throws IOException if it is not a 200, or of a form that is not understood here
   */
  boolean isComplete() throws IOException {
    if (end < 0) {
      String text = text(0, buffer.position());
      int headEnd = text.indexOf("\r\n\r\n");
      if (headEnd < 0) {
        requireRoom();
        return false;
      }
      bodyStart = headEnd + 4;
      end = bodyStart + contentLength(text.substring(0, headEnd));
    }
    if (buffer.position() < end) {
      requireRoom();
      return false;
    }
    return true;
  }

  /** The body of a complete response. */
  String body() {
    return text(bodyStart, end);
  }

  /** Makes ready for the next response on the same connection. */
  void reset() {
    buffer.clear();
    bodyStart = -1;
    end = -1;
  }

  private static int contentLength(String head) throws IOException {
    if (!head.startsWith("HTTP/1.1 200")) {
      throw new IOException("not a 200: " + head.lines().findFirst().orElse(""));
    }
    int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (at < 0) {
      throw new IOException("no Content-Length in " + head);
    }
    int valueStart = at + LENGTH.length();
    int valueEnd = head.indexOf('\r', valueStart);
    String value = head.substring(valueStart, valueEnd < 0 ? head.length() : valueEnd);
    try {
      return Integer.parseInt(value.trim());
    } catch (NumberFormatException e) {
      throw new IOException("Content-Length is" + value, e);
    }
  }

  private void requireRoom() throws IOException {
    if (!buffer.hasRemaining()) {
      throw new IOException("a response of more than " + buffer.capacity() + " bytes");
    }
  }

  private String text(int from, int to) {
    return new String(buffer.array(), from, to - from, StandardCharsets.ISO_8859_1);
  }
}
