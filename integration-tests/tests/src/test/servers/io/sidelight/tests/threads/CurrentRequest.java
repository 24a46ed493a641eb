package io.sidelight.tests.threads;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * Which request the agent takes this thread for, read from inside the agent: on any thread, as
 * often as wanted, without a line. Needs {@code java.lang} and {@code java.lang.invoke} open.
 */
final class CurrentRequest {

  static final String NONE = "-";

  private static final Method CURRENT = current();

  private CurrentRequest() {}

  /** Its ID, {@value #NONE} for none. */
  static String id() {
    Object scope = scope();
    try {
      return scope == null ? NONE : (String) scope.getClass().getMethod("requestId").invoke(scope);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands for the request, to be asked later whether it is over; null for none. */
  static Object scope() {
    try {
      return CURRENT.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the agent has seen the end of a request, which comes after its answer. */
  static boolean isOver(Object scope) {
    try {
      return (Boolean) scope.getClass().getMethod("isFinished").invoke(scope);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method current() {
    try {
      Field field = Class.forName("java.lang.SidelightLink").getDeclaredField("linker");
      field.setAccessible(true);
      ClassLoader agent = linker(field.get(null)).getClass().getClassLoader();
      return agent.loadClass("io.sidelight.request.RequestScope").getMethod("current");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The object that a method handle is bound to, however deep. */
  private static Object linker(Object handle) throws ReflectiveOperationException {
    if (!(handle instanceof MethodHandle)) {
      return handle.getClass().getName().startsWith("io.sidelight.weaver.") ? handle : null;
    }
    for (Class<?> type = handle.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && field.getName().startsWith("arg")) {
          field.setAccessible(true);
          Object bound = field.get(handle);
          Object found = bound == null ? null : linker(bound);
          if (found != null) {
            return found;
          }
        }
      }
    }
    return null;
  }
}
