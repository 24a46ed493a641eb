package io.sidelight.cli;

import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.config.OptionsReport;
import io.sidelight.config.Switches;
import io.sidelight.output.PlainText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * {@code config}: the options that an agent would have if it were started like this command, and
 * what is wrong with them; with {@code --check}, what is wrong with one options file by itself.
 */
final class ConfigCommand implements Command {

  private static final String CHECK = "--check";

  private final PrintStream out;
  private final PrintStream err;
  private final Switches switches;

  ConfigCommand(PrintStream out, PrintStream err, Switches switches) {
    this.switches = switches;
    this.out = out;
    this.err = err;
  }

  @Override
  public String name() {
    return "config";
  }

  @Override
  public String usage() {
    return "    config                every option with its value and where that came from, and\n"
        + "                          what is wrong with them\n"
        + "    config --check FILE   say what is wrong with an options file; exit code 2 if\n"
        + "                          anything is\n";
  }

  @Override
  public int run(List<String> arguments) throws IOException {
    if (arguments.isEmpty()) {
      Config config = LiveConfig.load(null, switches).current();
      OptionsReport.print(config, out);
      config.problems().forEach(err::println);
      return DONE;
    }
    if (!arguments.get(0).equals(CHECK)) {
      return refuse("config does not take '" + PlainText.of(arguments.get(0)) + "'");
    }
    if (arguments.size() == 1) {
      return refuse("config --check needs the FILE to check");
    }
    if (arguments.size() > 2) {
      return refuse(
          "config --check takes one FILE; '" + PlainText.of(arguments.get(2)) + "' is too much");
    }
    List<String> problems = OptionsReport.check(arguments.get(1), switches);
    problems.forEach(err::println);
    if (problems.isEmpty()) {
      out.println("no problem found");
    }
    return problems.isEmpty() ? DONE : FAILED;
  }

  private int refuse(String what) {
    err.println("sidelight: " + what + ". Usage:");
    err.print(usage());
    return FAILED;
  }
}
