package io.sidelight.event;

/** What the agent says of itself, under the logger {@code sidelight}. */
abstract class AgentEvent implements Event {

  private final String name;
  private final Level level;

  AgentEvent(String name, Level level) {
    this.name = name;
    this.level = level;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String logger() {
    return "sidelight";
  }

  @Override
  public final Level level() {
    return level;
  }
}
