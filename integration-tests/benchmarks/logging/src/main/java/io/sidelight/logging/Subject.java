package io.sidelight.logging;

import java.util.List;

/** Whom a line is measured with. */
enum Subject {
  NONE("no agent"),
  SIDELIGHT("Sidelight"),
  /** DEBUG may be asked for, but no request that did is alive. */
  SIDELIGHT_WITH_DEBUG(
      "Sidelight, DEBUG allowed",
      "-Dsidelight.debug.secret=0123456789abcdef0123456789abcdef",
      "-Dsidelight.debug.from=127.0.0.0/8");

  private final String label;
  private final List<String> options;

  Subject(String label, String... options) {
    this.label = label;
    this.options = List.of(options);
  }

  String label() {
    return label;
  }

  /**
   * What to start its JVM with.
   *
   * @param agent jar of the agent
   */
  String[] arguments(String agent) {
    if (this == NONE) {
      return new String[0];
    }
    String[] arguments = new String[options.size() + 2];
    arguments[0] = "-javaagent:" + agent;
    arguments[1] = "-Dsidelight.output=stderr";
    for (int i = 0; i < options.size(); i++) {
      arguments[i + 2] = options.get(i);
    }
    return arguments;
  }
}
