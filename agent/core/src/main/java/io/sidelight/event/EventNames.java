package io.sidelight.event;

/** The name of every event of the agent's own. Compile-time constants, like {@link FieldNames}. */
public final class EventNames {

  public static final String AGENT_STARTED = "agent_started";
  public static final String AGENT_WARNING = "agent_warning";
  public static final String INSTRUMENTATION_DISABLED = "instrumentation_disabled";
  public static final String EVENTS_DROPPED = "events_dropped";
  public static final String CONFIG_CHANGED = "config_changed";
  public static final String REQUEST_STARTED = "request_started";
  public static final String REQUEST_COMPLETED = "request_completed";
  public static final String DEPENDENCY_CALL = "dependency_call";
  public static final String STEP_TIMING = "step_timing";
  public static final String AUDIT = "audit";

  private EventNames() {}
}
