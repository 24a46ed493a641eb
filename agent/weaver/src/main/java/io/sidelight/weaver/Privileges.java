package io.sidelight.weaver;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;

/**
 * Runs code of the agent with the permissions of its jar, where a security manager (up to Java 23)
 * would ask the application below it on the stack as well. Code of the application that advice
 * calls has no more permissions by that than its own.
 */
final class Privileges {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private Privileges() {}

  /** Whether there is a manager now. */
  static boolean areManaged() {
    return System.getSecurityManager() != null;
  }

  /** A handle of the same type that is called with the agent's permissions. */
  static MethodHandle privileged(MethodHandle handle) throws ReflectiveOperationException {
    MethodType type = handle.type();
    MethodHandle spread =
        handle.asType(type.generic()).asSpreader(Object[].class, type.parameterCount());
    return LOOKUP
        .findStatic(
            Privileges.class,
            "call",
            MethodType.methodType(Object.class, MethodHandle.class, Object[].class))
        .bindTo(spread)
        .asCollector(Object[].class, type.parameterCount())
        .asType(type);
  }

  /** Runs an action with the agent's permissions; a failure is thrown as it is. */
  static <T> T call(PrivilegedExceptionAction<T> action) throws Throwable {
    try {
      return AccessController.doPrivileged(action);
    } catch (PrivilegedActionException e) {
      throw e.getCause();
    }
  }

  @SuppressWarnings("UnusedMethod") // by its handle
  private static Object call(MethodHandle handle, Object[] arguments) throws Throwable {
    return call(new Call(handle, arguments));
  }

  private static final class Call implements PrivilegedExceptionAction<Object> {

    private final MethodHandle handle;
    private final Object[] arguments;

    Call(MethodHandle handle, Object[] arguments) {
      this.handle = handle;
      this.arguments = arguments;
    }

    @Override
    public Object run() throws Exception {
      try {
        return (Object) handle.invokeExact(arguments);
      } catch (Exception | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e); // neither: advice throws no such thing
      }
    }
  }
}
