package io.sidelight.cli;

/** Exit codes of all commands. */
final class ExitCodes {

  /** All went well. */
  static final int DONE = 0;

  /** Wrong usage, bad options, or I/O that failed. */
  static final int FAILED = 2;

  private ExitCodes() {}
}
