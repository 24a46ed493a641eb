package io.sidelight.cli;

import io.sidelight.config.Switches;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/** Finds the command and runs it. Exit codes: 0 done, 2 wrong usage, bad options, or I/O. */
public final class Main {

  private static final List<String> HELP = List.of("--help", "-h");

  private final Commands commands = new Commands();
  private final HelpCommand help;
  private final PrintStream err;

  /**
   * @param bytes the same as {@code out}, for what is no text of ours; it tells when it fails
   * @param switches of the supported libraries
   */
  Main(InputStream in, OutputStream bytes, PrintStream out, PrintStream err, Switches switches) {
    this.err = err;
    help = new HelpCommand(commands, out, err);
    commands.add(help);
    commands.add(new VersionCommand(out, err));
    commands.add(new ConfigCommand(out, err, switches));
    commands.add(new RedactCommand(in, bytes, err, switches));
    commands.add(new TokenCommand(out, err, switches));
  }

  /**
   * Runs a command and returns its exit code.
   *
   * @param switches of the supported libraries
   */
  public static int run(String[] arguments, Switches switches) throws IOException {
    OutputStream bytes = new FileOutputStream(FileDescriptor.out);
    return new Main(System.in, bytes, System.out, System.err, switches).execute(List.of(arguments));
  }

  int execute(List<String> arguments) throws IOException {
    if (arguments.isEmpty()) {
      return help.run(arguments);
    }
    String name = commandName(arguments.get(0));
    List<String> rest = arguments.subList(1, arguments.size());
    Command command = commands.named(name);
    if (command == null) {
      err.print(commands.unknown(name));
      return Command.FAILED;
    }
    if (rest.stream().anyMatch(HELP::contains)) {
      return help.about(command);
    }
    return command.run(rest);
  }

  /** Two commands go by the names of the usual options, too. */
  private static String commandName(String argument) {
    return HELP.contains(argument) ? "help" : argument.equals("--version") ? "version" : argument;
  }
}
