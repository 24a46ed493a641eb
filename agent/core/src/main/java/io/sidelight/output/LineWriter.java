package io.sidelight.output;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes lines from any thread and brings them to one destination on a thread of its own.
 *
 * <p>Handing a line over must cost a request next to nothing, so producers don't wake the writer
 * for each line: while lines come in it dozes for 10 ms between batches. Only when a second has
 * brought none does it sleep for good, and the next producer, or one that finds the queue half
 * full, wakes it. No wake-up is lost: the writer says that it rests before it looks at the queue a
 * last time, and a producer claims its place before it looks whether the writer rests.
 *
 * <p>Whoever consumes holds {@code lock}: the writer thread, {@link #close}, and after that any
 * thread with a late line, which it then writes itself, so that what is logged by shutdown hooks is
 * not lost. A destination that fails costs lines, is told once, and is tried again each second,
 * with a single line first.
 */
final class LineWriter implements Runnable {

  private static final long DOZE_NANOS = 10_000_000L;
  private static final int QUIET_ROUNDS = 100;
  private static final long TELL_NANOS = 1_000_000_000L;
  private static final long BLOCKED_NANOS = 1_000_000L;
  private static final int AWAKE = 0;
  private static final int DOZING = 1;
  private static final int ASLEEP = 2;

  private final LineQueue queue;
  private final boolean block;
  private final Losses losses;
  private final Outlet outlet;
  private final Losses.Listener listener;
  private final Clock clock;
  private final long closeNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicInteger rest = new AtomicInteger(AWAKE);

  private volatile @Nullable Thread thread;
  private volatile boolean closed;
  private volatile boolean abandoned;
  private volatile long startAgainAt;

  private long toldLossesAt; // guarded by lock

  LineWriter(
      Destination destination,
      int capacity,
      boolean block,
      Losses.Listener listener,
      Clock clock,
      long closeNanos) {
    this.block = block;
    this.listener = listener;
    this.clock = clock;
    this.closeNanos = closeNanos;
    startAgainAt = clock.nanos();
    queue = new LineQueue(capacity);
    losses = new Losses(clock);
    outlet = new Outlet(destination, losses, clock);
    toldLossesAt = clock.nanos() - TELL_NANOS;
  }

  /**
   * Hands over one line, line end included. Never waits for I/O, unless settings say {@code block}
   * and the queue is full, or the process is shutting down.
   */
  void write(byte[] line, boolean important) {
    if (thread == null && !closed) {
      startThread();
    }
    if (!queue.offer(line, important) && !offerAgain(line, important)) {
      losses.add(1);
      return;
    }
    if (closed) { // asked after the offer: close() may have looked at the queue before it
      drainLate();
      return;
    }
    int resting = rest.get();
    if (resting == ASLEEP || (resting == DOZING && queue.halfFull())) {
      wake(resting);
    }
  }

  /** Lines lost so far and not told of yet. */
  long lost() {
    return losses.count();
  }

  /**
   * Writes everything out. Lines that come later are written by the thread that logs them. Waits at
   * most the time given when this was made; a destination that is stuck for longer is given up.
   */
  void close() {
    closed = true;
    wake(rest.get());
    drainLate();
  }

  @Override
  public void run() {
    int quiet = 0;
    while (!closed) {
      Thread.interrupted(); // nobody's signal to this thread means anything
      int taken = 0;
      try {
        taken = drainOnWriterThread();
      } catch (Throwable failure) {
        // Even an OutOfMemoryError: this is no thread of the application, and it has to go on.
        Diagnostics.report("writer", "Lines may be lost: the writer failed and goes on.", failure);
      }
      quiet = taken > 0 ? 0 : quiet + 1;
      pause(quiet >= QUIET_ROUNDS && !losses.any());
    }
  }

  private int drainOnWriterThread() {
    lock.lock();
    try {
      int taken = drain();
      if (!outlet.broken() && losses.any() && clock.nanos() - toldLossesAt >= TELL_NANOS) {
        toldLossesAt = clock.nanos();
        losses.tell(listener);
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void pause(boolean forGood) {
    if (outlet.broken() && !block && !closed) {
      // Stays awake for the producers: to wake it before the next try is of no use.
      LockSupport.parkNanos(this, Outlet.RETRY_NANOS);
      return;
    }
    rest.set(forGood ? ASLEEP : DOZING);
    if (!closed && (forGood ? queue.isEmpty() : outlet.broken() || !queue.halfFull())) {
      if (forGood) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, DOZE_NANOS);
      }
    }
    rest.set(AWAKE);
  }

  private void wake(int resting) {
    Thread writer = thread;
    if (writer != null && rest.compareAndSet(resting, AWAKE)) {
      LockSupport.unpark(writer);
    }
  }

  private synchronized void startThread() {
    if (thread != null || closed || clock.nanos() - startAgainAt < 0) {
      return;
    }
    try {
      // Not in the group of the application's thread that happens to come first, and without its
      // inheritable thread-locals and class loader: they would never be let go.
      Thread made = new Thread(topGroup(), this, "sidelight-writer", 0, false);
      made.setDaemon(true);
      made.setContextClassLoader(null);
      made.start();
      thread = made;
    } catch (Throwable failure) {
      // No memory for a thread is not a failure of the request that logs: a later line tries.
      startAgainAt = clock.nanos() + Outlet.RETRY_NANOS;
      Diagnostics.report("writer-start", "The writer thread could not be started.", failure);
    }
  }

  private static @Nullable ThreadGroup topGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    try {
      while (group != null && group.getParent() != null) {
        group = group.getParent();
      }
    } catch (SecurityException notAllowed) {
      return null;
    }
    return group;
  }

  /** What else can be done for a line that found no room. */
  private boolean offerAgain(byte[] line, boolean important) {
    if (closed) {
      drainLate();
      return queue.offer(line, important);
    }
    if (!block || lock.isHeldByCurrentThread() || thread == null) {
      return false;
    }
    boolean interrupted = false;
    boolean taken = false;
    while (!taken && !closed) {
      wake(rest.get());
      LockSupport.parkNanos(this, BLOCKED_NANOS);
      interrupted |= Thread.interrupted();
      taken = queue.offer(line, important);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return taken;
  }

  /** Drains on the calling thread, after {@link #close}. */
  private void drainLate() {
    if (lock.isHeldByCurrentThread()) {
      return; // logged while a batch is written: the drain that is going on gets it
    }
    if (!lockWithin(abandoned ? 0 : closeNanos)) {
      giveUp();
      return;
    }
    try {
      outlet.retryNow();
      drain();
      if (losses.any()
          && outlet.ready()) { // also when nothing was left to find the fault gone with
        losses.tell(listener);
        drain();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean lockWithin(long nanos) {
    boolean interrupted = false;
    long end = System.nanoTime() + nanos;
    try {
      while (true) {
        try {
          return lock.tryLock(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void giveUp() {
    if (!abandoned) {
      abandoned = true;
      StandardError.say(outlet.name().concat(" is stuck; the last lines are lost"));
    }
  }

  /** Writes what is queued and returns how many lines were taken. The caller holds the lock. */
  private int drain() {
    int taken = 0;
    while (outlet.ready()) {
      byte[] line = queue.poll();
      if (line == null) {
        break;
      }
      taken++;
      outlet.add(line);
    }
    outlet.flush();
    if (block && outlet.broken()) {
      taken += discard();
    }
    return taken;
  }

  /** Waiting for a destination that is outlet.broken() would stop the application. */
  private int discard() {
    int lines = 0;
    while (queue.poll() != null) {
      lines++;
    }
    if (lines > 0) {
      losses.add(lines);
    }
    return lines;
  }
}
