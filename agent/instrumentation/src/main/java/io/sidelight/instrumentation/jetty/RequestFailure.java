package io.sidelight.instrumentation.jetty;

import io.sidelight.exchange.GuardedCall;
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
    if (!isOfJetty(thrown)) {
      return new RequestFailure(thrown, false);
    }
    if (thrown instanceof IOException) {
      return DISCONNECTED;
    }
    if (status >= 400 && status < 500 || thrown instanceof TimeoutException) {
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

  private static boolean isOfJetty(Throwable thrown) {
    for (StackTraceElement frame : GuardedCall.stack(thrown)) {
      String name = frame.getClassName();
      if (!name.startsWith("java.") && !name.startsWith("sun.") && !name.startsWith("jdk.")) {
        return startsWithOneOf(name, JETTY);
      }
    }
    return false;
  }

  private static boolean startsWithOneOf(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static Throwable unwrapped(Throwable thrown) {
    return Wrappers.unwrap(thrown, RequestFailure::isWrapper);
  }

  /** By name: these types are in one namespace or the other, and this class is for both. */
  private static boolean isWrapper(Throwable thrown) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      if (startsWithOneOf(type.getName(), WRAPPERS)) {
        return true;
      }
    }
    return false;
  }
}
