package io.sidelight.instrumentation.tomcat;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/** What the application threw to the container, as the Servlet specification's attribute tells. */
final class UnhandledException {

  private static final String JAKARTA = "jakarta.servlet.error.exception";
  private static final String JAVAX = "javax.servlet.error.exception";
  private static final String CLIENT_ABORT = "org.apache.catalina.connector.ClientAbortException";
  private static final int SERVER_ERROR = 500;

  private UnhandledException() {}

  /**
   * The exception, out of the wrappers that the container puts around it; null when there is none.
   * A client that went away is no failure of the application: the line says {@code aborted}
   * instead.
   */
  static @Nullable Throwable of(Request request, int status) {
    Object thrown = attribute(request);
    if (!(thrown instanceof Throwable) || ofProtocol(request, (Throwable) thrown, status)) {
      return null;
    }
    Throwable root = unwrapped((Throwable) thrown);
    return isA(root, CLIENT_ABORT) ? null : root;
  }

  private static @Nullable Object attribute(Request request) {
    Object jakarta = request.getAttribute(JAKARTA);
    return jakarta == null ? request.getAttribute(JAVAX) : jakarta;
  }

  /**
   * Whether the protocol handler left the exception: it keeps its own attributes below the
   * connector's. It does so for a request that it refuses, whose exception quotes what the client
   * sent, and for a connection that broke. What {@code AsyncContext.start} ran and failed is in the
   * same place.
   */
  private static boolean ofProtocol(Request request, Throwable thrown, int status) {
    org.apache.coyote.Request coyote = request.getCoyoteRequest();
    boolean below =
        coyote != null
            && (coyote.getAttribute(JAKARTA) == thrown || coyote.getAttribute(JAVAX) == thrown);
    return below && (status < SERVER_ERROR || thrown instanceof IOException);
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable current = thrown;
    for (Throwable cause = current.getCause();
        cause != null && isWrapper(current);
        cause = current.getCause()) {
      current = cause;
    }
    return current;
  }

  private static boolean isWrapper(Throwable thrown) {
    return isA(thrown, "jakarta.servlet.ServletException")
        || isA(thrown, "javax.servlet.ServletException")
        || isAsyncDispatchWrapper(thrown);
  }

  /** {@code AsyncContextImpl} wraps what the target of {@code dispatch()} threw. */
  private static boolean isAsyncDispatchWrapper(Throwable thrown) {
    if (thrown.getClass() != RuntimeException.class) {
      return false;
    }
    StackTraceElement[] stack = thrown.getStackTrace();
    return stack.length > 0
        && stack[0].getClassName().startsWith("org.apache.catalina.core.AsyncContextImpl");
  }

  /** By name: these types are in one namespace or the other, and this class is for both. */
  private static boolean isA(Throwable thrown, String className) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().equals(className)) {
        return true;
      }
    }
    return false;
  }
}
