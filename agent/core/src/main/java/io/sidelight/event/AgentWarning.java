package io.sidelight.event;

import org.jspecify.annotations.Nullable;

/** Something is wrong in the agent or with its options; the application went on unchanged. */
public final class AgentWarning extends AgentEvent {

  private final String problem;
  private final @Nullable Throwable thrown;
  private final boolean ownWords;

  private AgentWarning(String problem, @Nullable Throwable thrown, boolean ownWords) {
    super(EventNames.AGENT_WARNING, Level.WARN);
    this.problem = problem;
    this.thrown = thrown;
    this.ownWords = ownWords;
  }

  /**
   * A failure inside the agent.
   *
   * @param problem what it means for the user, a sentence without anything from outside the agent:
   *     it has to come through even when it is redaction that failed
   * @param thrown what was caught, null when nothing was thrown
   */
  public static AgentWarning ofFailure(String problem, @Nullable Throwable thrown) {
    return new AgentWarning(problem, thrown, true);
  }

  /**
   * An option that can't be used.
   *
   * @param problem a sentence, which may quote what the user wrote
   */
  public static AgentWarning ofOption(String problem) {
    return new AgentWarning(problem, null, false);
  }

  /**
   * Something in the application that limits what is reported of it.
   *
   * @param problem a sentence, which may name what is the application's
   */
  public static AgentWarning ofApplication(String problem) {
    return new AgentWarning(problem, null, false);
  }

  @Override
  public void writeTo(Fields fields) {
    if (ownWords) {
      fields.constant(FieldNames.PROBLEM, problem);
    } else {
      fields.text(FieldNames.PROBLEM, problem);
    }
    if (thrown != null) {
      fields.constant(FieldNames.ERROR, thrown.getClass().getName());
      fields.exception(thrown);
    }
  }
}
