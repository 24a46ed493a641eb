package io.sidelight.instrumentation.concurrent;

import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/** The threads that virtual threads are mounted on, and their pool. */
final class Carriers {

  /** Null before Java 21. */
  private static final @Nullable Class<?> THREAD = thread();

  /** Whether a factory makes carriers: it is the only one that is written in {@code java.lang}. */
  private static final ClassValue<Boolean> FACTORIES =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return type.getName().startsWith("java.lang.");
        }
      };

  private Carriers() {}

  static boolean isCurrent() {
    return Thread.currentThread().getClass() == THREAD;
  }

  static boolean areOf(ForkJoinPool pool) {
    return FACTORIES.get(pool.getFactory().getClass());
  }

  private static @Nullable Class<?> thread() {
    try {
      return Class.forName("jdk.internal.misc.CarrierThread", false, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
