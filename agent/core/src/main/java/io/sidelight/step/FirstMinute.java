package io.sidelight.step;

import io.sidelight.request.RequestLifecycle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks for patterns that have matched nothing when a request completes a minute after the first
 * one did: most classes load with the first requests, and a thread of its own would be too much for
 * this.
 */
final class FirstMinute implements Runnable {

  static final long NANOS = TimeUnit.MINUTES.toNanos(1);

  private final StepMatches matches;
  private final RequestLifecycle lifecycle;
  private final AtomicLong first = new AtomicLong();

  FirstMinute(StepMatches matches, RequestLifecycle lifecycle) {
    this.matches = matches;
    this.lifecycle = lifecycle;
  }

  @Override
  public void run() {
    requestCompleted(System.nanoTime());
  }

  void requestCompleted(long nowNanos) {
    long nonZero = nowNanos == 0 ? 1 : nowNanos;
    if (!first.compareAndSet(0, nonZero) && nonZero - first.get() >= NANOS) {
      lifecycle.afterEachRequest(null);
      matches.run();
    }
  }
}
