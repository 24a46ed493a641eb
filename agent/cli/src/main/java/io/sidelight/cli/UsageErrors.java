package io.sidelight.cli;

import io.sidelight.config.NearestName;
import io.sidelight.output.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reports wrong usage in our own words: picocli's messages have the value of an option in them,
 * which may be a secret. Names are guessed like those of options in a file, so that both guess the
 * same. Wherever an argument asks for help, the command's help is the answer.
 */
final class UsageErrors implements IParameterExceptionHandler {

  private static final List<String> HELP = List.of("--help", "-h");

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    if (command.getParent() == null) {
      String name = e instanceof UnmatchedArgumentException ? unmatched(e) : arguments[0];
      return unknownCommand(command, name);
    }
    if (Arrays.stream(arguments).anyMatch(HELP::contains)) {
      command.usage(command.getOut());
      return ExitCodes.DONE;
    }
    command
        .getErr()
        .print("sidelight: " + message(e) + " Usage:\n" + HelpText.usage(command.getCommandSpec()));
    command.getErr().flush();
    return ExitCodes.FAILED;
  }

  /** Says that no command has this name, and shows those that there are. */
  static int unknownCommand(CommandLine commands, String name) {
    commands
        .getErr()
        .print(
            "sidelight: Unknown command '"
                + PlainText.of(name)
                + "'"
                + guess(name, commands.getSubcommands().keySet())
                + " Commands:\n"
                + HelpText.list(commands));
    commands.getErr().flush();
    return ExitCodes.FAILED;
  }

  private static String message(ParameterException e) {
    String command = e.getCommandLine().getCommandName();
    if (e instanceof UnmatchedArgumentException) {
      String argument = unmatched(e);
      return command
          + " does not take '"
          + PlainText.of(argument)
          + "'"
          + guess(argument, e.getCommandLine().getCommandSpec().optionsMap().keySet());
    }
    ArgSpec argument = argument(e);
    return argument == null
        ? "wrong usage of " + command + "."
        : command + " " + name(argument) + " " + expected(argument, e) + ".";
  }

  /** The option that lacks a value or has a wrong one; null if it is about something else. */
  private static @Nullable ArgSpec argument(ParameterException e) {
    return e instanceof MissingParameterException
        ? ((MissingParameterException) e).getMissing().get(0)
        : e.getArgSpec();
  }

  private static String expected(ArgSpec argument, ParameterException e) {
    if (argument.arity().max() == 0) {
      return "takes no value";
    }
    Iterable<String> values = argument.completionCandidates();
    if (values != null) {
      return "has to be one of " + String.join(", ", values);
    }
    boolean missing = e instanceof MissingParameterException;
    return (missing ? "needs " : "has to be ") + argument.description()[0];
  }

  private static String name(ArgSpec argument) {
    return argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
  }

  /** The first argument that is not known, without a value that is attached to it. */
  private static String unmatched(ParameterException e) {
    String argument = ((UnmatchedArgumentException) e).getUnmatched().get(0);
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }

  private static String guess(String name, Collection<String> names) {
    String nearest = NearestName.of(name, new ArrayList<>(names));
    return nearest == null ? "." : ". Did you mean '" + nearest + "'?";
  }
}
