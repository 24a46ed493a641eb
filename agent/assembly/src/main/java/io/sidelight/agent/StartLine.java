package io.sidelight.agent;

import io.sidelight.config.AgentVersion;
import io.sidelight.config.LiveConfig;
import io.sidelight.event.AgentStarted;
import io.sidelight.event.AgentWarning;
import io.sidelight.output.EventLog;
import io.sidelight.weaver.Weaver;

/**
 * Says that the agent is there, just before its first line: a program that needs no line of the
 * agent gets none.
 */
final class StartLine implements Runnable {

  private final EventLog log;
  private final Weaver weaver;
  private final LiveConfig config;
  private volatile long startupNanos;

  StartLine(EventLog log, Weaver weaver, LiveConfig config) {
    this.log = log;
    this.weaver = weaver;
    this.config = config;
  }

  /** How long the agent held up the application's start. */
  void startTook(long nanos) {
    startupNanos = nanos;
  }

  @Override
  public void run() {
    log.log(
        new AgentStarted(
            AgentVersion.get(),
            System.getProperty("java.version", "?"),
            startupNanos,
            weaver.armed(),
            config.current().nonDefault()),
        null);
    for (String problem : config.current().problems()) {
      log.log(AgentWarning.ofOption(problem), null);
    }
  }
}
