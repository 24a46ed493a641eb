package io.sidelight.request;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private final Deque<byte[]> lines = new ArrayDeque<>();
  private final Share share;
  private int dropped;
  private boolean closed;

  KeptLines() {
    share = Share.of(this);
  }

  /** Keeps a line; does nothing once the request has completed. */
  public synchronized void add(byte[] line) {
    if (closed) {
      return;
    }
    while (share.bytes() + line.length > MOST_OF_ONE && !lines.isEmpty()) {
      share.add(-lines.removeFirst().length);
      dropped++;
    }
    if (share.bytes() + line.length > MOST_OF_ONE || Share.ofAll() + line.length > MOST_OF_ALL) {
      dropped++;
      return;
    }
    lines.addLast(line);
    share.add(line.length);
  }

  /** Counts a line that could not be made. */
  public synchronized void drop() {
    if (!closed) {
      dropped++;
    }
  }

  /** How many lines did not fit or could not be made. */
  synchronized int dropped() {
    return dropped;
  }

  /** Hands the lines out, oldest first, and keeps no more. */
  synchronized List<byte[]> close() {
    List<byte[]> all = new ArrayList<>(lines);
    lines.clear();
    share.giveBack();
    closed = true;
    return all;
  }

  /**
   * What one request has taken of the room for all. It comes back also from a request that never
   * completes, once that has been collected.
   */
  static final class Share extends WeakReference<KeptLines> {

    private static final ReferenceQueue<KeptLines> COLLECTED = new ReferenceQueue<>();
    private static final Set<Share> TAKEN = ConcurrentHashMap.newKeySet();
    private static final AtomicLong ALL = new AtomicLong();

    private final AtomicLong bytes = new AtomicLong();

    private Share(KeptLines of) {
      super(of, COLLECTED);
    }

    static Share of(KeptLines lines) {
      for (Reference<?> gone = COLLECTED.poll(); gone != null; gone = COLLECTED.poll()) {
        ((Share) gone).giveBack();
      }
      Share share = new Share(lines);
      TAKEN.add(share);
      return share;
    }

    /** Bytes that are kept for all requests. */
    static long ofAll() {
      return ALL.get();
    }

    private long bytes() {
      return bytes.get();
    }

    private void add(int count) {
      bytes.addAndGet(count);
      ALL.addAndGet(count);
    }

    private void giveBack() {
      TAKEN.remove(this);
      ALL.addAndGet(-bytes.getAndSet(0));
    }
  }
}
