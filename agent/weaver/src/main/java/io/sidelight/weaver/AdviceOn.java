package io.sidelight.weaver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the join points of an advice class: exact methods of exact classes. Where several types,
 * methods or descriptors are given, each type is joined at each method with each descriptor.
 *
 * <p>The annotation is read from the class file when the agent is built ({@link JoinPointIndexer}),
 * and never at run time.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(AdviceOn.All.class)
public @interface AdviceOn {

  /** Binary names of the classes that declare the method. */
  String[] type();

  /** Names of methods, {@code <init>} for a constructor. */
  String[] method();

  /**
   * Descriptors of the method (JVMS 4.3.3). Without one, all methods of that name that have code.
   * Bridges are left out: they only call another overload. Where another join point names one of
   * them exactly, that one holds for it.
   */
  String[] descriptor() default {};

  /** In which supported versions of the library the class declares the method. */
  Presence in() default Presence.EVERY_VERSION;

  /**
   * By what name advice sees the join point ({@link JoinPointLabel}), {@code
   * SimpleClassName.method} if empty.
   */
  String label() default "";

  /** Whether the advice masks lines, see {@link JoinPoint#thatMasks}. */
  boolean masks() default false;

  /**
   * {@linkplain LibraryInstrumentation#id Identities} of the instrumentations that the join points
   * belong to. Without one, the only instrumentation of the advice's package.
   */
  String[] instrumentation() default {};

  /** Several of them. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface All {
    AdviceOn[] value();
  }
}
