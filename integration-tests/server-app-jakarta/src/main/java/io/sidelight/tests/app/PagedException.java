package io.sidelight.tests.app;

/** An exception that the application has an error page for. */
public final class PagedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PagedException(String message) {
    super(message);
  }
}
