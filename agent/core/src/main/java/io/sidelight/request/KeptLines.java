package io.sidelight.request;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * DEBUG lines of a request, encoded, until it is known whether it fails. The oldest are given up
 * where they don't fit: the last ones before a failure tell the most. Thread-safe.
 */
public final class KeptLines {

  /** Bytes that one request may keep. */
  static final int MOST_OF_ONE = 256 * 1024;

  /** Bytes that all requests together may keep. */
  static final long MOST_OF_ALL = 32L * 1024 * 1024;

  private static final AtomicLong ALL = new AtomicLong();

  private final Deque<byte[]> lines = new ArrayDeque<>();
  private int bytes;
  private int dropped;
  private boolean closed;

  KeptLines() {}

  /** Keeps a line; does nothing once the request has completed. */
  public synchronized void add(byte[] line) {
    if (closed) {
      return;
    }
    while (bytes + line.length > MOST_OF_ONE && !lines.isEmpty()) {
      free(lines.removeFirst());
      dropped++;
    }
    if (bytes + line.length > MOST_OF_ONE || ALL.get() + line.length > MOST_OF_ALL) {
      dropped++;
      return;
    }
    lines.addLast(line);
    bytes += line.length;
    ALL.addAndGet(line.length);
  }

  /** How many lines did not fit. */
  synchronized int dropped() {
    return dropped;
  }

  /** Hands the lines out, oldest first, and keeps no more. */
  synchronized List<byte[]> close() {
    List<byte[]> all = new ArrayList<>(lines);
    lines.clear();
    ALL.addAndGet(-bytes);
    bytes = 0;
    closed = true;
    return all;
  }

  private void free(byte[] line) {
    bytes -= line.length;
    ALL.addAndGet(-line.length);
  }
}
