package io.sidelight.request;

import io.sidelight.output.Diagnostics;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the JDK's task classes keep to themselves, in {@code java.util.concurrent}, which is
 * open to the agent. Where a field can't be read, the tasks are taken for what they look like.
 */
public final class JdkTasks {

  private static final String PACKAGE = "java.util.concurrent.";

  private static final Class<?> RUNNABLE_ADAPTER = type("Executors$RunnableAdapter");
  private static final MethodHandle CALLABLE = field(FutureTask.class, "callable");
  private static final MethodHandle RUNNABLE = field(RUNNABLE_ADAPTER, "task");

  /** Fields with what a task calls. */
  private static final Set<String> CALLED = Set.of("runnable", "callable", "fn");

  /** The tasks that a {@code ForkJoinPool} and {@code CompletableFuture} make of what they get. */
  private static final ClassValue<MethodHandle> WRAPPED =
      new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
          if (type.getName().startsWith(PACKAGE)) {
            for (Field field : type.getDeclaredFields()) {
              if (CALLED.contains(field.getName())) {
                return field(type, field.getName());
              }
            }
          }
          return nothing();
        }
      };

  private JdkTasks() {}

  /** What a task of the JDK's calls; null for other tasks, and for one that is done. */
  static @Nullable Object content(Object task) {
    return task instanceof FutureTask ? called((FutureTask<?>) task) : wrapped(task);
  }

  private static @Nullable Object wrapped(Object task) {
    try {
      return (Object) WRAPPED.get(task.getClass()).invokeExact(task);
    } catch (Throwable e) {
      Diagnostics.rethrowFatal(e);
      return null;
    }
  }

  private static @Nullable Object called(FutureTask<?> task) {
    try {
      Object content = (Object) CALLABLE.invokeExact((Object) task);
      return RUNNABLE_ADAPTER.isInstance(content)
          ? (Object) RUNNABLE.invokeExact(content)
          : content;
    } catch (Throwable e) {
      Diagnostics.rethrowFatal(e);
      return null;
    }
  }

  /** Whether this task of a {@code ForkJoinPool} (from Java 25 on) is run again and again. */
  public static boolean isPeriodic(Object task) {
    try {
      return (long) (Object) Delayed.NEXT_DELAY.invokeExact(task) != 0;
    } catch (Throwable e) {
      Diagnostics.rethrowFatal(e);
      return true;
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(PACKAGE + name, false, null);
    } catch (ClassNotFoundException e) {
      return Void.class;
    }
  }

  /** Of type {@code (Object)Object}; one that returns null where there is no such field. */
  private static MethodHandle field(Class<?> type, String name) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      Class<?> fieldType = type.getDeclaredField(name).getType();
      return lookup
          .findGetter(type, name, fieldType)
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return nothing();
    }
  }

  private static MethodHandle nothing() {
    return MethodHandles.dropArguments(MethodHandles.constant(Object.class, null), 0, Object.class);
  }

  /** Apart, since no class of this name is there before Java 25. */
  private static final class Delayed {

    private static final MethodHandle NEXT_DELAY =
        field(type("DelayScheduler$ScheduledForkJoinTask"), "nextDelay");
  }
}
