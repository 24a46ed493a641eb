package io.sidelight.request;

import io.sidelight.event.FieldNames;
import io.sidelight.event.Fields;

/**
 * How often something was done for a request, and how long it took in all. What is done at the same
 * time on several threads counts for each of them, so the sum may exceed the request's own time.
 * What still runs when the request completes counts until then.
 *
 * <p>Thread-safe. All times are of {@link System#nanoTime}.
 */
class TimeSum {

  private int count;
  private int failed;
  private long nanos;
  private int running;

  /** Sum of when they began, whose overflow cancels out in {@link #close}. */
  private long runningSince;

  private boolean closed;

  final synchronized void begin(long startNanos) {
    if (!closed) {
      count++;
      running++;
      runningSince += startNanos;
    }
  }

  final synchronized void end(long startNanos, long endNanos, boolean asFailure) {
    if (!closed) {
      running--;
      runningSince -= startNanos;
      nanos += endNanos - startNanos;
      failed += asFailure ? 1 : 0;
    }
  }

  /** Counts something whose time is part of another's. */
  final synchronized void countOnly() {
    if (!closed) {
      count++;
    }
  }

  /** From now on nothing is counted any more. */
  final synchronized void close(long nowNanos) {
    if (!closed) {
      closed = true;
      nanos += running * nowNanos - runningSince;
    }
  }

  final synchronized void writeTo(Fields fields, boolean withFailed) {
    fields.number(FieldNames.COUNT, count);
    fields.millis(FieldNames.MS, nanos);
    if (withFailed) {
      fields.number(FieldNames.FAILED, failed);
    }
  }
}
