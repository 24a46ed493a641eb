package io.sidelight.instrumentation.tomcat;

import io.sidelight.exchange.Exceptions;
import io.sidelight.exchange.Wrappers;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/**
 * The exception that a request ended with, by the Servlet specification's attribute, and whose it
 * is.
 *
 * <p>Tomcat keeps three kinds in the same place: what the application threw; a broken connection,
 * which is no failure of the application; and what its own parsers say of a request that can't be
 * read, which quotes what the client sent and must not be logged. The last two are told by who
 * threw them: the first frame outside the JDK is Tomcat's protocol code.
 */
final class RequestFailure {

  static final RequestFailure NONE = new RequestFailure(null, false);

  private static final RequestFailure REFUSED = NONE;
  private static final RequestFailure DISCONNECTED = new RequestFailure(null, true);

  private static final String[] PROTOCOL = {
    "org.apache.coyote.", "org.apache.tomcat.util.", "org.apache.catalina.connector."
  };

  private static final String[] SERVLET_EXCEPTIONS = {
    "jakarta.servlet.ServletException", "javax.servlet.ServletException"
  };

  private static final String JAKARTA = "jakarta.servlet.error.exception";
  private static final String JAVAX = "javax.servlet.error.exception";

  private final @Nullable Throwable thrown;
  private final boolean disconnected;

  private RequestFailure(@Nullable Throwable thrown, boolean disconnected) {
    this.thrown = thrown;
    this.disconnected = disconnected;
  }

  /**
   * @param refused whether the protocol decided on an error before the request got to the adapter
   */
  static RequestFailure of(Request request, int status, boolean refused) {
    Object attribute = request.getAttribute(JAKARTA);
    if (attribute == null) {
      attribute = request.getAttribute(JAVAX);
    }
    if (!(attribute instanceof Throwable)) {
      return NONE;
    }
    Throwable thrown = unwrapped((Throwable) attribute);
    if (!Exceptions.isThrownBy(thrown, PROTOCOL)) {
      return new RequestFailure(thrown, false);
    }
    if (refused || (status >= 400 && status < 500)) {
      return REFUSED;
    }
    return thrown instanceof IOException ? DISCONNECTED : new RequestFailure(thrown, false);
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
    return Wrappers.unwrap(thrown, RequestFailure::isWrapper);
  }

  /** {@code AsyncContextImpl} wraps what the target of {@code dispatch()} threw. */
  private static boolean isWrapper(Throwable thrown) {
    return Exceptions.isA(thrown, SERVLET_EXCEPTIONS)
        || (thrown.getClass() == RuntimeException.class
            && Exceptions.isMadeIn(thrown, "org.apache.catalina.core.AsyncContextImpl"));
  }
}
