package io.sidelight.step;

import io.sidelight.config.StepPattern;
import io.sidelight.event.AgentWarning;
import io.sidelight.output.EventLog;

/**
 * What one pattern has been found to mean, and what its user should know of that: each warning is
 * written once. Thread-safe; called while classes load.
 */
public final class PatternMatch {

  /** More steps than anybody has meant to time. */
  private static final int MANY = 1000;

  private final EventLog log;
  private final StepPattern pattern;
  private boolean classFound;
  private boolean told;
  private boolean suspendTold;
  private boolean failureTold;
  private int methods;

  PatternMatch(EventLog log, StepPattern pattern) {
    this.log = log;
    this.pattern = pattern;
  }

  public StepPattern pattern() {
    return pattern;
  }

  /** A class has been loaded that the pattern may mean methods of. */
  public synchronized void classFound() {
    classFound = true;
  }

  /** Methods of one class are timed because of the pattern. */
  public void methodsFound(int count) {
    int before;
    int now;
    synchronized (this) {
      before = methods;
      methods += count;
      now = methods;
    }
    if (before <= MANY && now > MANY) {
      warn(
          "has matched "
              + now
              + " methods already; each of their calls is counted and may get a line");
    }
  }

  /**
   * A Kotlin {@code suspend} function has been matched, which is not timed.
   *
   * @param method class and method
   */
  public void suspendFunctionFound(String method) {
    synchronized (this) {
      told = true;
      if (suspendTold) {
        return;
      }
      suspendTold = true;
    }
    warn(
        "means suspend functions of Kotlin such as "
            + method
            + ", which are not timed: their calls return whenever they are suspended");
  }

  /** A class could not be changed and runs as it is, so its methods are not timed. */
  public void notWoven(String className, Throwable thrown) {
    synchronized (this) {
      told = true;
      if (failureTold) {
        return;
      }
      failureTold = true;
    }
    warn("means methods of " + className + ", which could not be instrumented: " + thrown);
  }

  void tellIfUnmatched() {
    boolean found;
    synchronized (this) {
      if (told || methods > 0) {
        return;
      }
      told = true;
      found = classFound;
    }
    warn("has matched no method so far: ".concat(reason(found)));
  }

  private String reason(boolean found) {
    if (pattern.isAnnotation()) {
      return found
          ? "the annotation has been seen, but on nothing that has code"
          : "no class of the application that carries the annotation has been loaded";
    }
    return found
        ? "a class of that name has been loaded, but declares no such method that has code"
        : "no class of the application has been loaded that is called like that";
  }

  private void warn(String what) {
    log.log(AgentWarning.ofOption("Step pattern " + pattern + " " + what + "."), null);
  }
}
