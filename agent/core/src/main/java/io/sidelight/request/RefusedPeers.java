package io.sidelight.request;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets each peer be reported once a minute. At most {@value #MOST} are known at a time, in the
 * order in which they were reported, so that those whose minute is over are the first; while there
 * are more, all others count as one. Thread-safe; refusals are rare enough for a lock.
 */
final class RefusedPeers {

  static final int MOST = 1024;

  private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final String OTHERS = "";

  private final LongSupplier nanos;
  private final Map<String, Report> reports = new LinkedHashMap<>();

  /**
   * @param nanos a clock that never goes back
   */
  RefusedPeers(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * A peer was refused.
   *
   * @param peer null when it is not known
   * @return -1 if that is not to be reported, else how often it was not since the last report
   */
  synchronized long report(@Nullable String peer) {
    long now = nanos.getAsLong();
    String known = peer == null ? "-" : peer;
    Report before = reports.get(known);
    if (before == null) {
      forgetOld(now);
      known = reports.size() < MOST ? known : OTHERS;
      before = reports.get(known);
    }
    if (before != null && now - before.nanos < PAUSE_NANOS) {
      before.unreported++;
      return -1;
    }
    reports.remove(known);
    reports.put(known, new Report(now));
    return before == null ? 0 : before.unreported;
  }

  private void forgetOld(long now) {
    Iterator<Report> oldest = reports.values().iterator();
    while (oldest.hasNext() && now - oldest.next().nanos >= PAUSE_NANOS) {
      oldest.remove();
    }
  }

  private static final class Report {

    final long nanos;
    long unreported;

    Report(long nanos) {
      this.nanos = nanos;
    }
  }
}
