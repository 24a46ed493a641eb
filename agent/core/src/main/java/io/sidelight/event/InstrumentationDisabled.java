package io.sidelight.event;

/** An instrumentation does not fit or kept failing, and is off from now on. */
public final class InstrumentationDisabled extends AgentEvent {

  private final String instrumentation;
  private final String reason;

  /**
   * An event with all of its fields.
   *
   * @param instrumentation its name in {@code sidelight.instrument.<name>}
   * @param reason what went wrong and what the user loses by it
   */
  public InstrumentationDisabled(String instrumentation, String reason) {
    super(EventNames.INSTRUMENTATION_DISABLED, Level.WARN);
    this.instrumentation = instrumentation;
    this.reason = reason;
  }

  @Override
  public void writeTo(Fields fields) {
    fields.constant(FieldNames.INSTRUMENTATION, instrumentation);
    fields.text(FieldNames.REASON, reason);
  }
}
