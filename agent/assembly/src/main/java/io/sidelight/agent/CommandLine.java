package io.sidelight.agent;

import io.sidelight.cli.Main;

/** Runs the commands of the jar with the switches of the supported libraries. */
public final class CommandLine {

  private CommandLine() {}

  /** Runs a command and returns its exit code. */
  public static int run(String[] arguments) {
    return Main.run(arguments, Instrumentations.switches());
  }
}
