package io.sidelight.cli;

import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.config.OptionsReport;
import io.sidelight.config.Switches;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code config}: the options that an agent would have if it were started like this command, and
 * what is wrong with them; with {@code --check}, what is wrong with one options file by itself.
 */
@Command(
    name = "config",
    customSynopsis = {"config", "config --check FILE"},
    description = {
      "Shows every option with its value and where that came from, and what is wrong with them.",
      "With --check, says what is wrong with an options file; exit code 2 if anything is."
    })
final class ConfigCommand implements Callable<Integer> {

  private final PrintStream out;
  private final PrintStream err;
  private final Switches switches;

  @Option(names = "--check", paramLabel = "FILE", description = "the FILE to check")
  private @Nullable String file;

  ConfigCommand(PrintStream out, PrintStream err, Switches switches) {
    this.switches = switches;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    return file == null ? show() : check(file);
  }

  private int show() throws IOException {
    Config config = LiveConfig.load(null, switches).current();
    OptionsReport.print(config, out);
    config.problems().forEach(err::println);
    return ExitCodes.DONE;
  }

  private int check(String named) throws IOException {
    List<String> problems = OptionsReport.check(named, switches);
    problems.forEach(err::println);
    if (problems.isEmpty()) {
      out.println("no problem found");
    }
    return problems.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }
}
