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

  /** Begins a sentence about an option that this source sets under the given name. */
  String subject(String givenName) {
    String name = Printable.of(givenName);
    switch (this) {
      case SYSTEM_PROPERTY:
        return "The system property " + name;
      case ENVIRONMENT:
        return "The environment variable " + name;
      case AGENT_ARGUMENT:
        return "The option " + name + " of the agent argument";
      case FILE:
        return "The option " + name + " of the options file";
      default:
        return "The option " + name;
    }
  }
}
