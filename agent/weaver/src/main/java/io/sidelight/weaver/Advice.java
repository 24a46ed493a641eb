package io.sidelight.weaver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How an advice class says what it does at a join point. Its annotated methods are static and are
 * called from the woven method through {@code invokedynamic}; each annotated parameter says what is
 * passed. They are read from the class file, so no advice class is loaded before it is linked.
 *
 * <p>A parameter may be declared as any type that the value is cast to; {@code Object} takes
 * everything, primitive values boxed. Where advice fails, its result is null or zero, so that the
 * method goes on as if there were no advice.
 *
 * <p>A constructor can have exit advice only, which is not run when it throws.
 */
public final class Advice {

  private Advice() {}

  /** Runs before the method. Its result, if it has one, is what {@link Enter} passes on. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  public @interface OnMethodEnter {}

  /**
   * Runs after the method. A result that is not null replaces the value that the method returns,
   * which has to be of a reference type; after a throwable the result is ignored.
   */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  public @interface OnMethodExit {

    /** Whether it runs also when the method throws. The throwable goes on either way. */
    boolean onThrowable() default false;
  }

  /**
   * Runs before the method, after {@link OnMethodEnter}. A result that is not null takes the place
   * of the argument, which has to be of a reference type. Exit advice sees the argument replaced.
   */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  public @interface ReplaceArgument {

    /** Index of the parameter, from 0. */
    int value();
  }

  /** An argument as the method was called with it, whatever the method has assigned since. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.PARAMETER)
  public @interface Argument {

    /** Index of the parameter, from 0. */
    int value();
  }

  /** The object that the method was called on. A static method has none, and can't be woven. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.PARAMETER)
  public @interface This {}

  /** What {@link OnMethodEnter} returned: null or zero if it failed. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.PARAMETER)
  public @interface Enter {}

  /** What the method returns, at exit only; null or zero when it throws or is void. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.PARAMETER)
  public @interface Return {}

  /** What the method throws, at exit only; null when it returns. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.PARAMETER)
  public @interface Thrown {}

  /** The value that a field of the woven class, or of a superclass, has when advice is called. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.PARAMETER)
  public @interface FieldValue {

    /** Name of the field. */
    String value();
  }

  /** Name of the join point, a constant: its label, else {@code SimpleClassName.method}. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.PARAMETER)
  public @interface Name {}
}
