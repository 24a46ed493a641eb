package io.sidelight.cli;

import java.io.PrintStream;
import java.util.List;

/** {@code help}: all commands, or the one that is named. */
final class HelpCommand implements Command {

  private static final String INTRODUCTION =
      "Sidelight, the Java agent for good logs\n"
          + "\n"
          + "  java -javaagent:sidelight-agent.jar -jar app.jar   run an application with it\n"
          + "\n";
  private static final String COMMAND_LINE = "  java -jar sidelight-agent.jar <command>\n";

  private final Commands commands;
  private final PrintStream out;
  private final PrintStream err;

  HelpCommand(Commands commands, PrintStream out, PrintStream err) {
    this.commands = commands;
    this.out = out;
    this.err = err;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String usage() {
    return "    help [COMMAND]        this text; every command also takes --help\n";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.isEmpty()) {
      out.print(INTRODUCTION + COMMAND_LINE + commands.usage());
      return DONE;
    }
    Command command = commands.named(arguments.get(0));
    if (command == null) {
      err.print(commands.unknown(arguments.get(0)));
      return FAILED;
    }
    return about(command);
  }

  /** Shows how one command is used. */
  int about(Command command) {
    out.print(COMMAND_LINE + command.usage());
    return DONE;
  }
}
