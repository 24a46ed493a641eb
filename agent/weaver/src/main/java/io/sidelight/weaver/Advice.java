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
 * <p>A parameter's type is the value's, a supertype or a subtype of it; a value that is not of a
 * subtype is passed as null. {@code Object} takes everything, primitive values boxed. Where advice
 * fails, its result is null or zero, so that the method goes on as if there were no advice.
 *
 * <p>A constructor can have exit advice only, which is not run when it throws, and runs once for
 * each of the woven constructors that call one another.
 *
 * <p>A join point that can't give what advice asks for is refused, and the instrumentation
 * disabled.
 */
public final class Advice {

  private Advice() {}

  /** Runs before the method. Its result, if it has one, is what {@link Enter} passes on. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  public @interface OnMethodEnter {}

  /**
   * Runs after the method. A result that is not null, and is of the method's type (boxed, where
   * that is primitive), replaces the value that the method returns; after a throwable it is
   * ignored.
   */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  public @interface OnMethodExit {

    /** Whether it runs also when the method throws. The throwable goes on either way. */
    boolean onThrowable() default false;
  }

  /**
   * Runs before the method, after {@link OnMethodEnter}; several of them in the order in which the
   * class file has them. A result that is not null, and is of the parameter's type, takes the place
   * of the argument, which has to be of a reference type. Exit advice sees what it was replaced by.
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

  /** The object that the method was called on. A static method has none. */
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

  /**
   * The value that a field of the woven class, or of a superclass that lets it, has when advice is
   * called.
   */
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
