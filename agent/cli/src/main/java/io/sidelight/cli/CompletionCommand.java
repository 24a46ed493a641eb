package io.sidelight.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code completion}: a script for the shell, made from the declarations of the commands. */
@Command(
    name = "completion",
    customSynopsis = "completion",
    description =
        "Prints a script by which bash and zsh complete commands and options of a shell function"
            + " named 'sidelight'.")
final class CompletionCommand implements Callable<Integer> {

  private final CommandLine commands;
  private final PrintStream out;

  CompletionCommand(CommandLine commands, PrintStream out) {
    this.commands = commands;
    this.out = out;
  }

  @Override
  public Integer call() {
    out.print(AutoComplete.bash(Main.NAME, commands));
    return ExitCodes.DONE;
  }
}
