package io.sidelight.event;

/** Lines that never reached their destination, told when there is room again. */
public final class EventsDropped extends AgentEvent {

  private final long dropped;
  private final String since;

  /**
   * An event with all of its fields.
   *
   * @param dropped how many lines were lost since the last such line
   * @param since when the first of them was lost, RFC 3339 in UTC
   */
  public EventsDropped(long dropped, String since) {
    super(EventNames.EVENTS_DROPPED, Level.WARN);
    this.dropped = dropped;
    this.since = since;
  }

  @Override
  public void writeTo(Fields fields) {
    fields.number(FieldNames.DROPPED, dropped);
    fields.constant(FieldNames.SINCE, since);
  }
}
