package io.sidelight.request;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Links, before there is traffic, what is woven into the methods by which virtual threads are
 * scheduled. They are called between two threads, on a carrier that must not wait for a class
 * loader's lock: whoever holds that may wait to be mounted on it.
 */
final class VirtualThreadPaths {

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  private static final AtomicBoolean DONE = new AtomicBoolean();

  private VirtualThreadPaths() {}

  /** Starts no thread: a task is run here, and a pool that is shut down takes none. */
  static void link() {
    if (Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS || DONE.getAndSet(true)) {
      return;
    }
    Runnable nothing = new Nothing();
    ForkJoinTask.adapt(nothing).invoke();
    ForkJoinPool pool = new ForkJoinPool(1);
    pool.shutdown();
    submit(pool, nothing);
    submitExternally(pool, ForkJoinTask.adapt(nothing));
    schedule(pool, nothing);
  }

  private static void submit(ForkJoinPool pool, Runnable task) {
    try {
      pool.execute(task);
    } catch (RejectedExecutionException e) {
      // by then the call site is linked
    }
  }

  /** A method of Java 20. */
  private static void submitExternally(ForkJoinPool pool, ForkJoinTask<?> task) {
    try {
      ForkJoinPool.class.getMethod("externalSubmit", ForkJoinTask.class).invoke(pool, task);
    } catch (InvocationTargetException e) {
      // rejected, as it should be
    } catch (ReflectiveOperationException e) {
      // nothing to link
    }
  }

  /** An interface that the pool has from Java 25 on. */
  @SuppressWarnings("FutureReturnValueIgnored") // rejected
  private static void schedule(Object pool, Runnable task) {
    if (pool instanceof ScheduledExecutorService) {
      try {
        ((ScheduledExecutorService) pool).schedule(task, 1, TimeUnit.DAYS);
      } catch (RejectedExecutionException e) {
        // as it should be
      }
    }
  }

  private static final class Nothing implements Runnable {
    @Override
    public void run() {}
  }
}
