package io.sidelight.event;

import java.util.List;
import java.util.Map;

/** The agent is at work: which version, where, and what differs from its defaults. */
public final class AgentStarted extends AgentEvent {

  private final String agentVersion;
  private final String java;
  private final long startupNanos;
  private final List<String> armed;
  private final Map<String, String> options;

  /**
   * @param startupNanos how long the agent held up the application's start
   * @param armed names of the instrumentations that found their library
   * @param options those that aren't at their default, with their source, secrets masked
   */
  public AgentStarted(
      String agentVersion,
      String java,
      long startupNanos,
      List<String> armed,
      Map<String, String> options) {
    super(EventNames.AGENT_STARTED, Level.INFO);
    this.agentVersion = agentVersion;
    this.java = java;
    this.startupNanos = startupNanos;
    this.armed = armed;
    this.options = options;
  }

  @Override
  public void writeTo(Fields fields) {
    fields.constant(FieldNames.AGENT_VERSION, agentVersion);
    fields.constant(FieldNames.JAVA, java);
    fields.millis(FieldNames.STARTUP_MS, startupNanos);
    fields.names(FieldNames.ARMED, armed);
    fields.settings(FieldNames.OPTIONS, options);
  }
}
