package io.sidelight.instrumentation.jetty12;

import io.sidelight.exchange.Exceptions;
import io.sidelight.exchange.Wrappers;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The exception that a request ended with, and whose it is: what the application threw; a broken
 * connection, which is no failure of the application; or what Jetty itself says of a request that
 * can't be served, which may quote what the client sent and must not be logged. The last two are
 * told by who threw them: the first frame outside the JDK is Jetty's.
 */
final class RequestFailure {

  static final RequestFailure NONE = new RequestFailure(null, false);

  private static final RequestFailure DISCONNECTED = new RequestFailure(null, true);

  private static final int SERVER_ERROR = 500;

  private static final String[] SERVLET_EXCEPTIONS = {
    "jakarta.servlet.ServletException", "javax.servlet.ServletException"
  };

  private static final String JAKARTA = "jakarta.servlet.error.exception";
  private static final String JAVAX = "javax.servlet.error.exception";
  private static final String CORE = "org.eclipse.jetty.server.error_exception";

  private final @Nullable Throwable thrown;
  private final boolean disconnected;

  private RequestFailure(@Nullable Throwable thrown, boolean disconnected) {
    this.thrown = thrown;
    this.disconnected = disconnected;
  }

  /**
   * @param failure what a handler failed with, null when it did not; servlets leave an attribute
   */
  static RequestFailure of(Request request, @Nullable Throwable failure) {
    Throwable thrown = ofServlet(request);
    if (thrown == null) {
      thrown = failure;
    }
    if (thrown == null) {
      return NONE;
    }
    thrown = unwrapped(thrown);
    if (thrown instanceof HttpException && ((HttpException) thrown).getCode() < SERVER_ERROR) {
      return NONE;
    }
    if (!Exceptions.isThrownBy(thrown, "org.eclipse.jetty.")) {
      return new RequestFailure(thrown, false);
    }
    if (thrown instanceof IOException && thrown.getCause() instanceof HttpException) {
      // A blocking write that failed because the headers of the response are too large.
      return NONE;
    }
    if (thrown instanceof IOException) {
      return DISCONNECTED;
    }
    return thrown instanceof HttpException || thrown instanceof TimeoutException
        ? NONE
        : new RequestFailure(thrown, false);
  }

  /** What the application threw and nobody handled, out of the container's wrappers; or null. */
  @Nullable Throwable thrown() {
    return thrown;
  }

  /** Whether reading from or writing to the client failed. */
  boolean disconnected() {
    return disconnected;
  }

  private static @Nullable Throwable ofServlet(Request request) {
    Object attribute = request.getAttribute(JAKARTA);
    if (attribute == null) {
      attribute = request.getAttribute(JAVAX);
    }
    if (attribute == null) {
      // The only one in the first release of ee11.
      attribute = request.getAttribute(CORE);
    }
    return attribute instanceof Throwable ? (Throwable) attribute : null;
  }

  private static Throwable unwrapped(Throwable thrown) {
    return Wrappers.unwrap(thrown, each -> Exceptions.isA(each, SERVLET_EXCEPTIONS));
  }
}
