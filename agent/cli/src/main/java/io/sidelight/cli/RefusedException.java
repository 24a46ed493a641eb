package io.sidelight.cli;

/** What the input is, is not written: the message says why, and holds nothing of the input. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  RefusedException(String message) {
    super(message);
  }
}
