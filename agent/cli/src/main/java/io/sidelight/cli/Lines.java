package io.sidelight.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Lines of a stream of UTF-8, each with the line end that it has. What is no UTF-8 is read as
 * U+FFFD. A line of more than {@link #LIMIT} characters is skipped in bounded memory and told.
 */
final class Lines {

  /** What is read at once at most, in characters. */
  static final int LIMIT = 16 * 1024 * 1024;

  /** The limit, as messages say it. */
  static final String LIMIT_TEXT = "16 MB (16777216 characters)";

  private final Reader in;
  private final char[] buffer = new char[8192];
  private int at;
  private int filled;

  private final StringBuilder line = new StringBuilder();
  private boolean tooLong;

  Lines(InputStream in) {
    this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  /** Reads the next line; false at the end of the stream. */
  boolean next() throws IOException {
    clear();
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      int from = at;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      boolean ended = at < filled;
      at += ended ? 1 : 0;
      keep(from, at);
      if (ended) {
        break;
      }
    }
    return any;
  }

  /** The line with its line end; empty if it was too long. */
  String line() {
    return line.toString();
  }

  /** Whether the line had more than {@link #LIMIT} characters. */
  boolean tooLong() {
    return tooLong;
  }

  /** Where the line end of a text starts: {@code \n} or {@code \r\n}; its length if it has none. */
  static int end(String text) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
      if (end > 0 && text.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return end;
  }

  private void clear() {
    tooLong = false;
    line.setLength(0);
    if (line.capacity() > 1024 * 1024) {
      line.trimToSize();
    }
  }

  private void keep(int from, int to) {
    if (tooLong) {
      return;
    }
    if (line.length() + to - from > LIMIT) {
      clear();
      tooLong = true;
      return;
    }
    line.append(buffer, from, to - from);
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(buffer, 0, buffer.length));
    return filled > 0;
  }
}
