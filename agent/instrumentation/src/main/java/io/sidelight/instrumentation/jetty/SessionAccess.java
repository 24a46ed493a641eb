package io.sidelight.instrumentation.jetty;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Reads the session of a request without naming its type, which is in one of two packages. Loaded
 * when it is first asked for an attribute.
 */
final class SessionAccess {

  private static final Class<?> SESSION = sessionType();

  /** {@code Request.getSession(boolean)} */
  private static final MethodHandle GET_SESSION =
      handle(Request.class, "getSession", MethodType.methodType(SESSION, boolean.class))
          .asType(MethodType.methodType(Object.class, Request.class, boolean.class));

  /** {@code HttpSession.getAttribute(String)} */
  private static final MethodHandle GET_ATTRIBUTE =
      handle(SESSION, "getAttribute", MethodType.methodType(Object.class, String.class))
          .asType(MethodType.methodType(Object.class, Object.class, String.class));

  private SessionAccess() {}

  /** An attribute of the session, null when it is not set or there is no valid session. */
  static @Nullable Object attribute(Request request, String name) {
    try {
      Object session = (Object) GET_SESSION.invokeExact(request, false);
      return session == null ? null : (Object) GET_ATTRIBUTE.invokeExact(session, name);
    } catch (IllegalStateException e) {
      // Invalidated by another request in the meantime.
      return null;
    } catch (Throwable e) {
      if (e instanceof Error) {
        throw (Error) e;
      }
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> sessionType() {
    ClassLoader loader = Request.class.getClassLoader();
    for (String name : new String[] {"jakarta", "javax"}) {
      try {
        Class<?> type = Class.forName(name + ".servlet.http.HttpSession", false, loader);
        if (isSessionOfRequest(type)) {
          return type;
        }
      } catch (ClassNotFoundException e) {
        // the other namespace
      }
    }
    throw new IllegalStateException("no HttpSession");
  }

  /** Both packages may be there. */
  private static boolean isSessionOfRequest(Class<?> type) {
    try {
      MethodHandles.publicLookup()
          .findVirtual(Request.class, "getSession", MethodType.methodType(type, boolean.class));
      return true;
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return false;
    }
  }

  private static MethodHandle handle(Class<?> owner, String name, MethodType type) {
    try {
      return MethodHandles.publicLookup().findVirtual(owner, name, type);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
