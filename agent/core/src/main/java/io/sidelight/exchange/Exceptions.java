package io.sidelight.exchange;

/**
 * Questions about an exception whose answer needs none of the library's classes. Containers keep
 * what the application threw and what they threw themselves in the same place; the type's name and
 * the stack tell them apart. Names are compared because a type may be in one namespace or the
 * other, and because the classes belong to the application. Any thread; nothing is thrown but what
 * is fatal for the JVM.
 */
public final class Exceptions {

  private Exceptions() {}

  /** Whether the class of the exception, or one that it extends, has one of these exact names. */
  public static boolean isA(Throwable thrown, String... classNames) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      for (String className : classNames) {
        if (type.getName().equals(className)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether the first frame outside the JDK belongs to a class whose name starts with one of these
   * prefixes; false for an exception without such a frame.
   */
  public static boolean isThrownBy(Throwable thrown, String... prefixes) {
    for (StackTraceElement frame : GuardedCall.stack(thrown)) {
      String name = frame.getClassName();
      if (!name.startsWith("java.") && !name.startsWith("sun.") && !name.startsWith("jdk.")) {
        return startsWithOneOf(name, prefixes);
      }
    }
    return false;
  }

  /**
   * Whether the exception was made in a class whose name starts with this prefix; false for an
   * exception without a stack.
   */
  public static boolean isMadeIn(Throwable thrown, String prefix) {
    StackTraceElement[] stack = GuardedCall.stack(thrown);
    return stack.length > 0 && stack[0].getClassName().startsWith(prefix);
  }

  private static boolean startsWithOneOf(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
