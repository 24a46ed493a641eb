package io.sidelight.cli;

import io.sidelight.config.Switches;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Puts the commands together, finds the one that is asked for and runs it. */
public final class Main {

  /** The name in the completion script; whoever loads it gives the command line this name. */
  static final String NAME = "sidelight";

  private final CommandLine commands;

  /**
   * @param bytes the same as {@code out}, for what is no text of ours; it tells when it fails
   * @param switches of the supported libraries
   */
  @SuppressWarnings("DefaultCharset") // that of the terminal
  Main(InputStream in, OutputStream bytes, PrintStream out, PrintStream err, Switches switches) {
    commands = new CommandLine(CommandSpec.create().name(NAME));
    commands.addSubcommand("help", new HelpCommand(commands, out), "--help", "-h");
    commands.addSubcommand("version", new VersionCommand(out), "--version");
    commands.addSubcommand("config", new ConfigCommand(out, err, switches));
    commands.addSubcommand("redact", new RedactCommand(in, bytes, err, switches));
    commands.addSubcommand("token", new TokenCommand(out, err, switches));
    commands.addSubcommand("completion", new CompletionCommand(commands, out));
    for (CommandLine command : HelpText.all(commands)) {
      command.addMixin("help", new HelpOption());
    }
    HelpText.layOut(commands);
    // An argument that starts with @ is text, not a file of more arguments.
    commands.setExpandAtFiles(false);
    commands.setOverwrittenOptionsAllowed(true);
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    commands.setParameterExceptionHandler(new UsageErrors());
    commands.setExecutionExceptionHandler(Main::failed);
  }

  /**
   * Runs a command and returns its exit code: 0 done, 2 wrong usage, bad options, or I/O.
   *
   * @param switches of the supported libraries
   */
  public static int run(String[] arguments, Switches switches) {
    OutputStream bytes = new FileOutputStream(FileDescriptor.out);
    return new Main(System.in, bytes, System.out, System.err, switches).execute(List.of(arguments));
  }

  int execute(List<String> arguments) {
    List<String> asked = arguments.isEmpty() ? List.of("help") : arguments;
    return commands.execute(asked.toArray(new String[0]));
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
    command.getErr().println("sidelight: " + e);
    return ExitCodes.FAILED;
  }
}
