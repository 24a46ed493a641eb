package io.sidelight.cli;

import io.sidelight.config.AgentVersion;
import io.sidelight.output.PlainText;
import java.io.PrintStream;
import java.util.List;

/** {@code version}: which version of the agent this is. */
final class VersionCommand implements Command {

  private final PrintStream out;
  private final PrintStream err;

  VersionCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public String name() {
    return "version";
  }

  @Override
  public String usage() {
    return "    version               which version this is\n";
  }

  @Override
  public int run(List<String> arguments) {
    if (!arguments.isEmpty()) {
      err.println("sidelight: version does not take '" + PlainText.of(arguments.get(0)) + "'");
      return FAILED;
    }
    out.println("sidelight ".concat(AgentVersion.get()));
    return DONE;
  }
}
