package io.sidelight.output;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of lines for many producers and one consumer at a time.
 *
 * <p>A producer claims a place by moving {@code tail} with one compare-and-set, then stores its
 * line there; the consumer takes from {@code head} until it finds an empty place. No lock, no node,
 * no wait. A place that is claimed but not yet stored ends a drain early; the next one gets it.
 *
 * <p>The last eighth is for important lines: a flood of request lines must not cost the warning
 * that explains it. Bytes are bounded as well, so that a stuck destination and huge lines can't
 * take the application's heap.
 */
final class LineQueue {

  static final long MAX_BYTES = 16L * 1024 * 1024;

  private final AtomicReferenceArray<byte[]> places;
  private final int mask;
  private final int capacity;
  private final int ordinary;
  private final AtomicLong tail = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private volatile long head;

  LineQueue(int capacity) {
    this.capacity = capacity;
    ordinary = capacity - capacity / 8;
    int length = Integer.highestOneBit(Math.max(1, capacity - 1)) << 1;
    places = new AtomicReferenceArray<>(length);
    mask = length - 1;
  }

  /** Takes the line in, or returns false when there is no room for one of its importance. */
  boolean offer(byte[] line, boolean important) {
    int limit = important ? capacity : ordinary;
    long maxBytes = important ? MAX_BYTES : MAX_BYTES - MAX_BYTES / 8;
    long place;
    do {
      place = tail.get();
      if (place - head >= limit || bytes.get() >= maxBytes) {
        return false;
      }
    } while (!tail.compareAndSet(place, place + 1));
    bytes.addAndGet(line.length);
    places.lazySet((int) place & mask, line);
    return true;
  }

  /** The oldest line, null when there is none. One consumer at a time. */
  byte @Nullable [] poll() {
    long place = head;
    int index = (int) place & mask;
    byte[] line = places.get(index);
    if (line == null) {
      return null;
    }
    places.lazySet(index, null);
    head = place + 1;
    bytes.addAndGet(-line.length);
    return line;
  }

  /** False as soon as a producer has claimed a place, even before its line is there. */
  boolean isEmpty() {
    return tail.get() == head;
  }

  boolean halfFull() {
    return tail.get() - head >= capacity / 2 || bytes.get() >= MAX_BYTES / 2;
  }
}
