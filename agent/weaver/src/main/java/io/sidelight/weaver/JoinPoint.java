package io.sidelight.weaver;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One method of one class, both by exact name, and the advice that runs around it.
 *
 * <p>Exact names are what keeps start-up cheap: a class is looked up in a hash map and never parsed
 * unless it is woven.
 */
public final class JoinPoint {

  private final String className;
  private final String method;
  private final @Nullable String descriptor;
  private final String advice;
  private final Presence presence;
  private final String label;
  private final boolean masks;

  private JoinPoint(
      String className,
      String method,
      @Nullable String descriptor,
      String advice,
      Presence presence,
      String label,
      boolean masks) {
    this.className = className;
    this.method = method;
    this.descriptor = descriptor;
    this.advice = advice;
    this.presence = presence;
    this.label = label;
    this.masks = masks;
  }

  /**
   * Declares a method that every supported version of the class has.
   *
   * @param className binary name of the class that declares the method
   * @param descriptor of the method (JVMS 4.3.3)
   * @param advice binary name of the advice class
   */
  public static JoinPoint of(String className, String method, String descriptor, String advice) {
    return joinPoint(className, method, descriptor, advice, Presence.EVERY_VERSION);
  }

  /** The same for a method that only some supported versions of the class declare. */
  public static JoinPoint optional(
      String className, String method, String descriptor, String advice) {
    return joinPoint(className, method, descriptor, advice, Presence.SOME_VERSIONS);
  }

  /**
   * The same for a method that goes by another name in some supported versions: of all alternatives
   * in a class, each version declares at least one.
   */
  public static JoinPoint alternative(
      String className, String method, String descriptor, String advice) {
    return joinPoint(className, method, descriptor, advice, Presence.ONE_OF_SEVERAL);
  }

  /**
   * All methods of that name that have code. Bridges are left out: they only call another overload.
   * Where another join point names one of them exactly, that one holds for it.
   */
  public static JoinPoint anyOverload(String className, String method, String advice) {
    return joinPoint(className, method, null, advice, Presence.EVERY_VERSION);
  }

  /** The same join point, which advice sees by another name ({@link JoinPointLabel}). */
  public JoinPoint withLabel(String label) {
    return new JoinPoint(className, method, descriptor, advice, presence, label, masks);
  }

  /**
   * The same join point, whose advice masks lines: it goes on when its instrumentation is disabled,
   * and where it can't, the line is withheld. Its exit advice returns the line, as a {@code
   * String}, a {@code byte[]} or a {@code StringBuilder}.
   */
  public JoinPoint thatMasks() {
    return new JoinPoint(className, method, descriptor, advice, presence, label, true);
  }

  /**
   * A join point that stands at its advice.
   *
   * @param descriptor empty for any overload
   * @param label empty for the usual one
   */
  static JoinPoint declared(
      String className,
      String method,
      String descriptor,
      String advice,
      Presence presence,
      String label,
      boolean masks) {
    return new JoinPoint(
        className,
        method,
        descriptor.isEmpty() ? null : descriptor,
        advice,
        presence,
        label.isEmpty() ? defaultLabel(className, method) : label,
        masks);
  }

  private static JoinPoint joinPoint(
      String className,
      String method,
      @Nullable String descriptor,
      String advice,
      Presence presence) {
    String label = defaultLabel(className, method);
    return new JoinPoint(className, method, descriptor, advice, presence, label, false);
  }

  private static String defaultLabel(String className, String method) {
    int simple = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1;
    return className.substring(simple) + "." + method;
  }

  String className() {
    return className;
  }

  String advice() {
    return advice;
  }

  boolean isAlternative() {
    return presence == Presence.ONE_OF_SEVERAL;
  }

  boolean isOptional() {
    return presence == Presence.SOME_VERSIONS;
  }

  boolean isRequired() {
    return presence == Presence.EVERY_VERSION;
  }

  /** Name for advice that is shared: {@code SimpleClassName.method} unless it was given another. */
  String label() {
    return label;
  }

  boolean masks() {
    return masks;
  }

  boolean isAnyOverload() {
    return descriptor == null;
  }

  /**
   * @param descriptor null for a join point of any overload
   */
  boolean matches(String name, @Nullable String descriptor) {
    return method.equals(name) && Objects.equals(this.descriptor, descriptor);
  }

  @Override
  public String toString() {
    return className + "." + method + (descriptor == null ? "" : descriptor);
  }
}
