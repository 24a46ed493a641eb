package io.sidelight.weaver;

/**
 * One method of one class, both by exact name, and the advice that runs around it.
 *
 * <p>Exact names are what keeps start-up cheap: a class is looked up in a hash map and never parsed
 * unless it is woven.
 */
public final class JoinPoint {

  private final String className;
  private final String method;
  private final String descriptor;
  private final String advice;
  private final boolean optional;

  private JoinPoint(
      String className, String method, String descriptor, String advice, boolean optional) {
    this.className = className;
    this.method = method;
    this.descriptor = descriptor;
    this.advice = advice;
    this.optional = optional;
  }

  /**
   * @param className binary name of the class that declares the method
   * @param descriptor of the method (JVMS 4.3.3)
   * @param advice binary name of the advice class
   */
  public static JoinPoint of(String className, String method, String descriptor, String advice) {
    return new JoinPoint(className, method, descriptor, advice, false);
  }

  /** The same for a method that only some supported versions of the class declare. */
  public static JoinPoint optional(
      String className, String method, String descriptor, String advice) {
    return new JoinPoint(className, method, descriptor, advice, true);
  }

  String className() {
    return className;
  }

  String advice() {
    return advice;
  }

  boolean isOptional() {
    return optional;
  }

  boolean matches(String name, String descriptor) {
    return method.equals(name) && this.descriptor.equals(descriptor);
  }

  @Override
  public String toString() {
    return className + "." + method + descriptor;
  }
}
