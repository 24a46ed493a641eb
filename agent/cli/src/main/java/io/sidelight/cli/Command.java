package io.sidelight.cli;

import java.io.IOException;
import java.util.List;

/** One thing that {@code java -jar sidelight-agent.jar} can do. */
interface Command {

  /** Exit code when all went well. */
  int DONE = 0;

  /** Exit code for wrong usage, bad options, or I/O that failed. */
  int FAILED = 2;

  /** The word that it is called by. */
  String name();

  /** Its lines of the help text, line ends included. */
  String usage();

  /**
   * Runs it.
   *
   * @param arguments those behind the name; no request for help among them
   * @return the exit code
   */
  int run(List<String> arguments) throws IOException;
}
