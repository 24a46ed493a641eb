package io.sidelight.instrumentation.jetty;

import io.sidelight.exchange.Exceptions;
import io.sidelight.exchange.Wrappers;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The exception that a request ended with, and whose it is.
 *
 * <p>Jetty treats three kinds alike: what the application threw; a broken connection, which is no
 * failure of the application; and what Jetty itself says of a request that can't be read, which may
 * quote what the client sent and must not be logged. The last two are told by who threw them: the
 * first frame outside the JDK is Jetty's.
 */
final class RequestFailure {

  static final RequestFailure NONE = new RequestFailure(null, false);

  private static final RequestFailure DISCONNECTED = new RequestFailure(null, true);

  private static final String[] WRAPPERS = {
    "jakarta.servlet.ServletException",
    "javax.servlet.ServletException",
    "org.eclipse.jetty.io.RuntimeIOException"
  };

  private static final String[] JETTY = {
    "org.eclipse.jetty.server.",
    "org.eclipse.jetty.http.",
    "org.eclipse.jetty.http2.",
    "org.eclipse.jetty.io.",
    "org.eclipse.jetty.util."
  };

  private final @Nullable Throwable thrown;
  private final boolean disconnected;

  private RequestFailure(@Nullable Throwable thrown, boolean disconnected) {
    this.thrown = thrown;
    this.disconnected = disconnected;
  }

  /**
   * @param failure as Jetty has it, null for none
   * @param status that was sent
   */
  static RequestFailure of(@Nullable Throwable failure, int status) {
    if (failure == null) {
      return NONE;
    }
    Throwable thrown = unwrapped(failure);
    if (!Exceptions.isThrownBy(thrown, JETTY)) {
      return new RequestFailure(thrown, false);
    }
    if (thrown instanceof IOException) {
      return DISCONNECTED;
    }
    if ((status >= 400 && status < 500) || thrown instanceof TimeoutException) {
      return NONE;
    }
    return new RequestFailure(thrown, false);
  }

  /** What the application threw and nobody handled, out of the container's wrappers; or null. */
  @Nullable Throwable thrown() {
    return thrown;
  }

  /** Whether reading from or writing to the client failed. */
  boolean disconnected() {
    return disconnected;
  }

  private static Throwable unwrapped(Throwable thrown) {
    return Wrappers.unwrap(thrown, each -> Exceptions.isA(each, WRAPPERS));
  }
}
