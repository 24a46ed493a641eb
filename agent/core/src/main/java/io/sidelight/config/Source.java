package io.sidelight.config;

/** Where the value of an option came from, strongest first. */
public enum Source {
  SYSTEM_PROPERTY("system property"),
  ENVIRONMENT("environment"),
  AGENT_ARGUMENT("agent argument"),
  FILE("file"),
  DEFAULT("default");

  private final String text;

  Source(String text) {
    this.text = text;
  }

  /** The name for people, such as {@code system property}. */
  @Override
  public String toString() {
    return text;
  }

  /**
   * Begins a sentence about an option that this source sets under the given name; {@link #location}
   * goes on.
   */
  String subject(String givenName) {
    String name = Printable.of(givenName);
    switch (this) {
      case SYSTEM_PROPERTY:
        return "The system property " + name;
      case ENVIRONMENT:
        return "The environment variable " + name;
      case AGENT_ARGUMENT:
      case FILE:
      default:
        return "The option " + name;
    }
  }

  /** Names the source behind the option, and behind its line if it has one; may be empty. */
  String location() {
    switch (this) {
      case AGENT_ARGUMENT:
        return " of the agent argument";
      case FILE:
        return " of the options file";
      default:
        return "";
    }
  }
}
