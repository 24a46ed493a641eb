package io.sidelight.dependency;

import io.sidelight.config.Config;
import io.sidelight.event.DependencyCall;
import io.sidelight.output.EventLog;
import io.sidelight.request.RequestScope;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all calls: settings, the log, and the calls that no request looks after.
 *
 * <p>A call whose body the application never finishes ends with its request. Outside a request
 * there is nothing that it could end with, so such calls wait here, and later calls end those that
 * have waited for long.
 */
public final class Dependencies {

  /** No body takes so long between two reads that the line should wait for it. */
  static final long ABANDONED_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final int MOST_WAITING = 1024;

  /** Set before anything is woven, so advice never sees null. */
  private static volatile @Nullable Dependencies installed;

  private final EventLog log;
  private final Queue<OutboundCall> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingCount = new AtomicInteger();
  private volatile DependencySettings settings;

  private Dependencies(EventLog log, Config config) {
    this.log = log;
    this.settings = new DependencySettings(config);
  }

  public static Dependencies install(EventLog log, Config config) {
    Dependencies dependencies = new Dependencies(log, config);
    installed = dependencies;
    return dependencies;
  }

  /** The one that was installed at the agent's start. */
  static Dependencies get() {
    Dependencies dependencies = installed;
    if (dependencies == null) {
      throw new IllegalStateException("the agent has not started");
    }
    return dependencies;
  }

  /** Takes over a changed configuration; it counts for calls that are under way, too. */
  public void configure(Config config) {
    settings = new DependencySettings(config);
  }

  DependencySettings settings() {
    return settings;
  }

  void log(DependencyCall event, @Nullable RequestScope scope) {
    log.log(event, scope);
  }

  /** An answer has come that no request will see to. */
  void await(OutboundCall answered) {
    if (waitingCount.incrementAndGet() > MOST_WAITING) {
      waitingCount.decrementAndGet();
      answered.abandon();
    } else {
      waiting.add(answered);
    }
  }

  /** Ends the calls that have waited for too long. */
  void endAbandoned(long nowNanos) {
    OutboundCall oldest;
    while ((oldest = waiting.peek()) != null && oldest.isOver(nowNanos, ABANDONED_NANOS)) {
      if (waiting.remove(oldest)) {
        waitingCount.decrementAndGet();
        oldest.abandon();
      }
    }
  }
}
