package io.sidelight.output;

import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time that a process which is ending may spend on waiting for lines to be written: one amount
 * for all destinations and all threads together, however many of them wait.
 *
 * <p>Threads wait one after the other, so each nanosecond is charged once. A thread behind another
 * one mostly finds its own line written when its turn comes. When the amount is used up nobody
 * waits any more. Thread-safe; interrupts are kept for the caller.
 */
final class ShutdownWait {

  /** A missed wake-up costs this much. */
  private static final long LOOK_NANOS = 1_000_000L;

  private final ReentrantLock turn = new ReentrantLock();
  private volatile long left; // written under the lock
  private volatile @Nullable Thread waiting;

  /**
   * @param nanos what all threads together may wait
   */
  ShutdownWait(long nanos) {
    left = nanos;
  }

  /** Whether the amount is used up. */
  boolean isOver() {
    return left <= 0;
  }

  /**
   * Waits until something is done or the amount is used up.
   *
   * @return whether it is done
   */
  boolean until(BooleanSupplier done) {
    if (done.getAsBoolean()) {
      return true;
    }
    boolean interrupted = false;
    turn.lock();
    try {
      long started = System.nanoTime();
      long atStart = left;
      waiting = Thread.currentThread();
      boolean isDone = done.getAsBoolean();
      while (!isDone && left > 0) {
        LockSupport.parkNanos(this, Math.min(left, LOOK_NANOS));
        interrupted |= Thread.interrupted();
        left = atStart - (System.nanoTime() - started);
        isDone = done.getAsBoolean();
      }
      return isDone;
    } finally {
      waiting = null;
      turn.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Makes the thread that waits look again. */
  void look() {
    LockSupport.unpark(waiting);
  }
}
