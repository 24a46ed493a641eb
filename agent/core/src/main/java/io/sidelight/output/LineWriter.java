package io.sidelight.output;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
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
 * <p>The writer thread alone touches the destination, whose writes may block for good. So a process
 * that ends never blocks with it: {@link #close} and every thread with a line after that ask the
 * writer for a round and wait for its end, within the {@link ShutdownWait} that they share. The
 * lines of shutdown hooks are not lost that way. A closed writer's thread ends when the queue is
 * empty, and a late line starts another.
 *
 * <p>A destination that fails costs lines, is reported once, and is tried again each second, with a
 * single line first.
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
  private final ShutdownWait patience;
  private final AtomicInteger rest = new AtomicInteger(AWAKE);

  private volatile @Nullable Thread thread;
  private volatile boolean closed;

  /** Whether the writer may have lines that are neither in the queue nor written. */
  private volatile boolean draining;

  private volatile long startAgainAt;
  private boolean gaveUp; // guarded by this

  /** Rounds that were asked for since this was closed, and the last one that is done. */
  private final AtomicLong asked = new AtomicLong();

  private volatile long done;

  private long toldLossesAt; // of the writer thread

  LineWriter(
      Destination destination,
      int capacity,
      boolean block,
      Losses.Listener listener,
      Clock clock,
      ShutdownWait patience) {
    this.block = block;
    this.listener = listener;
    this.clock = clock;
    this.patience = patience;
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
    if (closed) { // asked after the offer: the last round may have begun before it
      awaitRound();
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
   * Makes threads wait for their lines from now on. Lines in the queue are waited for by {@link
   * #awaitWritten}. Threads that a full queue blocks go on.
   */
  void close() {
    closed = true;
    wake(rest.get());
  }

  /**
   * Waits until everything is written that was handed over before. A destination that takes longer
   * than what is left of the {@link ShutdownWait} is given up.
   */
  void awaitWritten() {
    // In this order: a line moves from the queue to the writer's hands, and may end as a loss.
    if (!queue.isEmpty() || draining || losses.any()) {
      awaitRound();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // yields to the thread that is about to publish its line
  @Override
  public void run() {
    int quiet = 0;
    while (!closed) {
      Thread.interrupted(); // nobody's signal to this thread means anything
      int taken = 0;
      try {
        taken = drain();
        if (!outlet.broken() && losses.any() && clock.nanos() - toldLossesAt >= TELL_NANOS) {
          toldLossesAt = clock.nanos();
          losses.tell(listener);
        }
      } catch (Throwable failure) {
        failed(failure);
      }
      quiet = taken > 0 ? 0 : quiet + 1;
      pause(quiet >= QUIET_ROUNDS && !losses.any());
    }
    while (!isFinished()) {
      long round = asked.get();
      try {
        lastRound();
      } catch (Throwable failure) {
        failed(failure);
      }
      if (queue.isEmpty() || outlet.broken()) {
        done = round;
        patience.look();
      } else {
        Thread.yield(); // a place is claimed and its line not there yet
      }
    }
  }

  /** Even an OutOfMemoryError: this is no thread of the application, and it has to go on. */
  private static void failed(Throwable failure) {
    Diagnostics.report("writer", "Lines may be lost: the writer failed and goes on.", failure);
  }

  private void lastRound() {
    outlet.retryNow();
    drain();
    if (losses.any() && outlet.ready()) { // also when nothing was left to find the fault gone with
      losses.tell(listener);
      drain();
    }
  }

  /** Ends this thread if there is nothing left to do; whoever asks next starts another. */
  private synchronized boolean isFinished() {
    boolean finished = done == asked.get();
    if (finished) {
      thread = null;
    }
    return finished;
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
    if (thread != null || clock.nanos() - startAgainAt < 0) {
      return;
    }
    try {
      // Not in the group of the application's thread that happens to come first, and without its
      // inheritable thread-locals and class loader: they would never be let go.
      Thread made = new Thread(topGroup(), this, "sidelight-writer", 0, false);
      made.setDaemon(true);
      made.setContextClassLoader(null);
      thread = made; // before the start, because the new thread compares itself with it
      made.start();
    } catch (Throwable failure) {
      // No memory for a thread is not a failure of the request that logs: a later line tries.
      thread = null;
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
      return !isWriter() && patience.until(() -> queue.offer(line, important));
    }
    if (!block || isWriter() || thread == null) {
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
    return taken || (closed && offerAgain(line, important));
  }

  /** Has the writer thread write what is queued, and waits for that, after {@link #close}. */
  private void awaitRound() {
    if (isWriter() || patience.isOver()) {
      return; // the writer's own lines are written by the round that it is in
    }
    long round = asked.incrementAndGet();
    startThread();
    if (thread != null && !patience.until(() -> done >= round)) {
      giveUp();
    }
  }

  private boolean isWriter() {
    return Thread.currentThread() == thread;
  }

  private synchronized void giveUp() {
    if (!gaveUp) {
      gaveUp = true;
      StandardError.sayBriefly(
          outlet.name().concat(" takes no more lines or is too slow; the last lines are lost"));
    }
  }

  /** Writes what is queued and returns how many lines were taken. */
  private int drain() {
    draining = true;
    try {
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
    } finally {
      draining = false;
    }
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
