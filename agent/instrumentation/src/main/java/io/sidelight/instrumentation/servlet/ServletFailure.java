package io.sidelight.instrumentation.servlet;

import io.sidelight.exchange.Wrappers;
import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * What escaped from the servlets of a request, and the status that containers make of it: 500, or
 * what the specification gives to an {@code UnavailableException}. A filter or an error page may
 * still decide otherwise, after all that can be seen from here.
 */
final class ServletFailure {

  /** The response says it itself. */
  static final int AS_SENT = 0;

  static final ServletFailure NONE = new ServletFailure(null, AS_SENT);

  private final @Nullable Throwable thrown;
  private final int expectedStatus;

  private ServletFailure(@Nullable Throwable thrown, int expectedStatus) {
    this.thrown = thrown;
    this.expectedStatus = expectedStatus;
  }

  /**
   * @param settled whether the response has its final status, or will have when it is looked at
   */
  static ServletFailure of(Throwable thrown, boolean settled) {
    Throwable unwrapped = unwrapped(thrown);
    return new ServletFailure(unwrapped, settled ? AS_SENT : statusOf(unwrapped));
  }

  private static int statusOf(Throwable thrown) {
    if (thrown instanceof UnavailableException) {
      return ((UnavailableException) thrown).isPermanent() ? 404 : 503;
    }
    return 500;
  }

  /** Out of the wrappers that the Servlet API itself asks for. */
  static Throwable unwrapped(Throwable thrown) {
    return Wrappers.unwrap(thrown, ServletException.class::isInstance);
  }

  /** Null when nothing was thrown. */
  @Nullable Throwable thrown() {
    return thrown;
  }

  int expectedStatus() {
    return expectedStatus;
  }
}
