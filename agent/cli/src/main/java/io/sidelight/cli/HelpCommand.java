package io.sidelight.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code help}: all commands, or the one that is named. */
@Command(
    name = "help",
    customSynopsis = "help [COMMAND]",
    description = "Shows all commands, or how one is used, as its option --help does.")
final class HelpCommand implements Callable<Integer> {

  private final CommandLine commands;
  private final PrintStream out;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "the name of a command")
  private @Nullable String name;

  HelpCommand(CommandLine commands, PrintStream out) {
    this.commands = commands;
    this.out = out;
  }

  @Override
  public Integer call() {
    if (name == null) {
      commands.usage(out);
      return ExitCodes.DONE;
    }
    CommandLine command = commands.getSubcommands().get(name);
    if (command == null) {
      return UsageErrors.unknownCommand(commands, name);
    }
    command.usage(out);
    return ExitCodes.DONE;
  }
}
