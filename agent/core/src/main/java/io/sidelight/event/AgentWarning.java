package io.sidelight.event;

import org.jspecify.annotations.Nullable;

/** Something in the agent failed; the application went on unchanged. */
public final class AgentWarning extends AgentEvent {

  private final String problem;
  private final @Nullable Throwable thrown;

  /**
   * An event with all of its fields.
   *
   * @param problem what it means for the user, a sentence without anything from outside the agent
   * @param thrown what was caught, null when nothing was thrown
   */
  public AgentWarning(String problem, @Nullable Throwable thrown) {
    super("agent_warning", Level.WARN);
    this.problem = problem;
    this.thrown = thrown;
  }

  @Override
  public void writeTo(Fields fields) {
    // The agent's own words: they must come through even when it is redaction that failed.
    fields.constant("problem", problem);
    if (thrown != null) {
      fields.constant("error", thrown.getClass().getName());
      fields.exception(thrown);
    }
  }
}
