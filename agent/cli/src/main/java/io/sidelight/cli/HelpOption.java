package io.sidelight.cli;

import picocli.CommandLine.Option;

/** The option {@code --help}, which every command has. */
final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this text")
  boolean asked;
}
