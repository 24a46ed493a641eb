package io.sidelight.step;

import io.sidelight.config.StepPattern;
import io.sidelight.output.EventLog;
import java.util.ArrayList;
import java.util.List;

/** What the patterns of option {@code steps} have been found to mean. Thread-safe. */
public final class StepMatches implements Runnable {

  private final List<PatternMatch> patterns;

  StepMatches(EventLog log, List<StepPattern> patterns) {
    List<PatternMatch> matches = new ArrayList<>(patterns.size());
    for (StepPattern pattern : patterns) {
      matches.add(new PatternMatch(log, pattern));
    }
    this.patterns = List.copyOf(matches);
  }

  /** In the order of the option. */
  public List<PatternMatch> patterns() {
    return patterns;
  }

  /** Warns of each pattern that has matched nothing and was not warned of before. */
  @Override
  public void run() {
    for (PatternMatch pattern : patterns) {
      pattern.tellIfUnmatched();
    }
  }
}
