package io.sidelight.cli;

import io.sidelight.config.AgentVersion;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code version}: which version of the agent this is. */
@Command(
    name = "version",
    customSynopsis = "version",
    description = "Prints which version this is.")
final class VersionCommand implements Callable<Integer> {

  private final PrintStream out;

  VersionCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    out.println("sidelight ".concat(AgentVersion.get()));
    return ExitCodes.DONE;
  }
}
