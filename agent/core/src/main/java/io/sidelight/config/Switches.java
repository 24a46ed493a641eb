package io.sidelight.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The members of the family {@code instrument.<name>}: a switch for each supported library, in the
 * order of the documentation. A member that isn't declared is an unknown option.
 */
public final class Switches {
  private final List<Option<?>> options = new ArrayList<>();

  /**
   * Declares a switch, which is on by default.
   *
   * @param name what follows {@code sidelight.instrument.}
   * @param help sentences in Markdown
   */
  public void add(String name, String help) {
    options.add(Options.INSTRUMENT.declaredMember(name, help));
  }

  List<Option<?>> options() {
    return options;
  }
}
