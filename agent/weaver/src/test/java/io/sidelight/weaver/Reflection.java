package io.sidelight.weaver;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Calls classes of a library that a test can't be compiled against: it has several of them. */
final class Reflection {

  private Reflection() {}

  /** Throws what the method throws, the same object. */
  static Object invoke(
      Class<?> type,
      @Nullable Object target,
      String method,
      Class<?>[] parameters,
      @Nullable Object... arguments)
      throws Throwable {
    try {
      return type.getMethod(method, parameters).invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
