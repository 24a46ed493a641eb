package io.sidelight.request;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Recognises the classes of tasks that empty a queue: serial executors, actors, consumers. Whoever
 * wakes such a loop hands it to a pool, but what it then runs may be anybody's, so it belongs to no
 * request.
 *
 * <p>A class is looked at once, and by its fields. It is a loop if one of these holds:
 *
 * <ul>
 *   <li>It is an {@link Executor} itself.
 *   <li>It is written inside an executor that keeps a {@link Queue}. That also holds for a wrapper
 *       of one task, since the executor hands it over when the task before is done, in the scope of
 *       that one. An executor without a queue only decorates tasks.
 *   <li>It, or the one object that it works on, keeps a {@link BlockingQueue}, or a queue and a
 *       flag that says whether somebody empties it.
 * </ul>
 *
 * <p>A task that is taken for a loop by mistake loses its ID; one that is not recognised has the ID
 * of who woke it.
 */
final class DrainLoops {

  private DrainLoops() {}

  /** Whether tasks of this class empty a queue. */
  static boolean isOne(Class<?> task) {
    if (isJdk(task)) {
      return false;
    }
    try {
      return Executor.class.isAssignableFrom(task) || isOneByFields(task);
    } catch (LinkageError | RuntimeException e) {
      return false; // a field's type is missing, or nothing of this may be read
    }
  }

  private static boolean isOneByFields(Class<?> task) {
    boolean isLambda = task.getName().contains("$$Lambda");
    Class<?> around = null;
    boolean hasOther = false;
    for (Field field : task.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        Class<?> type = field.getType();
        if (around == null && (isLambda || task.getName().startsWith(type.getName().concat("$")))) {
          around = type;
        } else {
          hasOther = true;
        }
      }
    }
    if (around != null && keepsQueue(around, Queue.class)) {
      boolean isInside = task.getName().startsWith(around.getName().concat("$"));
      return (isInside && Executor.class.isAssignableFrom(around))
          || (!hasOther && isLoopOf(around));
    }
    // What a lambda captures is not its own.
    return !isLambda && isLoopOf(task);
  }

  private static boolean isLoopOf(Class<?> type) {
    return keepsQueue(type, BlockingQueue.class)
        || (keepsQueue(type, Queue.class) && keepsFlag(type));
  }

  private static boolean keepsQueue(Class<?> type, Class<?> kind) {
    for (Class<?> each = type; each != null && !isJdk(each); each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (isOwn(field) && kind.isAssignableFrom(field.getType())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean keepsFlag(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (isAtomic(each)) {
        return true;
      }
      if (!isJdk(each)) {
        for (Field field : each.getDeclaredFields()) {
          if (isFlag(field)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isFlag(Field field) {
    int modifiers = field.getModifiers();
    Class<?> type = field.getType();
    return isOwn(field)
        && (isAtomic(type)
            || (type == boolean.class && !Modifier.isFinal(modifiers))
            || (type.isPrimitive() && Modifier.isVolatile(modifiers)));
  }

  /** Whether this is part of each object, and nothing that an anonymous class captures. */
  private static boolean isOwn(Field field) {
    return !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
  }

  private static boolean isAtomic(Class<?> type) {
    return type == AtomicBoolean.class
        || type == AtomicInteger.class
        || type == AtomicLong.class
        || type == AtomicReference.class;
  }

  private static boolean isJdk(Class<?> type) {
    return type.getName().startsWith("java.");
  }
}
