package io.sidelight.cli;

import io.sidelight.config.NearestName;
import io.sidelight.output.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All commands, in the order of the help text. */
final class Commands {

  private final List<Command> all = new ArrayList<>();

  void add(Command command) {
    all.add(command);
  }

  @Nullable Command named(String name) {
    for (Command command : all) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    return null;
  }

  String usage() {
    StringBuilder usage = new StringBuilder();
    for (Command command : all) {
      usage.append(command.usage());
    }
    return usage.toString();
  }

  /** The message for a name that no command has. */
  String unknown(String name) {
    List<String> names = new ArrayList<>();
    for (Command command : all) {
      names.add(command.name());
    }
    String nearest = NearestName.of(name, names);
    String guess = nearest == null ? "" : " Did you mean '" + nearest + "'?";
    return "sidelight: Unknown command '"
        + PlainText.of(name)
        + "'."
        + guess
        + " Commands:\n"
        + usage();
  }
}
