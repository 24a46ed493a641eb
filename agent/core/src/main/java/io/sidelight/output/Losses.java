package io.sidelight.output;

/**
 * Lines that were lost and not told of yet. Thread-safe; the lock is held for a few instructions.
 */
final class Losses {

  /** Told of losses by the writer thread, at most once a second, when there is room again. */
  interface Listener {

    /**
     * Lines were lost.
     *
     * @param count how many
     * @param sinceMillis when the first of them was lost, in milliseconds since the epoch
     */
    void lost(long count, long sinceMillis);
  }

  private final Clock clock;
  private long count;
  private long since;

  Losses(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(int lines) {
    if (count == 0) {
      since = clock.millis();
    }
    count += lines;
  }

  synchronized boolean any() {
    return count > 0;
  }

  synchronized long count() {
    return count;
  }

  void tell(Listener listener) {
    long told;
    long from;
    synchronized (this) {
      told = count;
      from = since;
      count = 0;
    }
    if (told > 0) {
      listener.lost(told, from);
    }
  }
}
