package io.sidelight.step;

import io.sidelight.config.Config;
import io.sidelight.config.Options;
import io.sidelight.event.Level;
import io.sidelight.event.StepTiming;
import io.sidelight.output.EventLog;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import org.jspecify.annotations.Nullable;

/** What is the same for all steps: how short they may be for a line of their own, and the log. */
public final class Steps {

  /** Set before anything is woven, so advice never sees null. */
  private static volatile @Nullable Steps installed;

  private final EventLog log;
  private final StepMatches matches;
  private volatile long minNanos;

  private Steps(EventLog log, Config config) {
    this.log = log;
    this.matches = new StepMatches(log, config.get(Options.STEPS));
    this.minNanos = config.get(Options.STEPS_MIN);
  }

  public static Steps install(EventLog log, Config config, RequestLifecycle lifecycle) {
    Steps steps = new Steps(log, config);
    installed = steps;
    if (!config.get(Options.STEPS).isEmpty()) {
      lifecycle.afterEachRequest(new FirstMinute(steps.matches, lifecycle));
      log.beforeClose(steps.matches);
    }
    return steps;
  }

  /** The one that was installed at the agent's start. */
  static Steps get() {
    Steps steps = installed;
    if (steps == null) {
      throw new IllegalStateException("the agent has not started");
    }
    return steps;
  }

  /** Takes over a changed configuration; which methods are steps stays as it was at the start. */
  public void configure(Config config) {
    minNanos = config.get(Options.STEPS_MIN);
  }

  /** What the patterns have been found to mean. */
  public StepMatches matches() {
    return matches;
  }

  void timed(
      String name, long durationNanos, @Nullable Throwable thrown, @Nullable RequestScope scope) {
    if (durationNanos >= minNanos && log.enabled(StepTiming.LOGGER, Level.INFO, scope)) {
      boolean late = scope != null && scope.isFinished();
      log.log(new StepTiming(name, durationNanos, thrown, late), scope);
    }
  }
}
