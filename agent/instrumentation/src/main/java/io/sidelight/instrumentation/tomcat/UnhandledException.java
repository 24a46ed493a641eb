package io.sidelight.instrumentation.tomcat;

import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/** What the application threw to the container, as the Servlet specification's attribute tells. */
final class UnhandledException {

  private static final String JAKARTA = "jakarta.servlet.error.exception";
  private static final String JAVAX = "javax.servlet.error.exception";
  private static final String CLIENT_ABORT = "org.apache.catalina.connector.ClientAbortException";

  private UnhandledException() {}

  /**
   * The exception, out of its {@code ServletException} wrapper; null when there is none. A client
   * that went away is no failure of the application: the line says {@code aborted} instead.
   */
  static @Nullable Throwable of(Request request) {
    Object thrown = request.getAttribute(JAKARTA);
    if (thrown == null) {
      thrown = request.getAttribute(JAVAX);
    }
    if (!(thrown instanceof Throwable)) {
      return null;
    }
    Throwable root = unwrapped((Throwable) thrown);
    return isA(root, CLIENT_ABORT) ? null : root;
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause != null
            && (isA(thrown, "jakarta.servlet.ServletException")
                || isA(thrown, "javax.servlet.ServletException"))
        ? cause
        : thrown;
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
