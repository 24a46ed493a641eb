package io.sidelight.tests.threads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Whether a pool shows the application the very tasks that it was given. */
final class OwnObjects {

  private final List<String> wrong = new ArrayList<>();

  private OwnObjects() {}

  /** What a pool showed that was not the application's own; nothing, it is hoped. */
  static List<String> wrong() throws InterruptedException {
    OwnObjects objects = new OwnObjects();
    objects.queue();
    objects.priorities();
    objects.hooks();
    objects.schedule();
    return objects.wrong;
  }

  private void check(String what, boolean right) {
    if (!right) {
      wrong.add(what);
    }
  }

  private void queue() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    List<Runnable> rejected = new ArrayList<>();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(2),
            (task, from) -> rejected.add(task));
    pool.execute(() -> await(gate));
    Runnable first = new Task(1);
    Runnable second = new Task(2);
    Runnable third = new Task(3);
    pool.execute(first);
    pool.execute(second);
    pool.execute(third);
    check("rejected", rejected.size() == 1 && rejected.get(0) == third);
    check("getQueue", pool.getQueue().peek() == first && pool.getQueue().contains(second));
    check("remove", pool.remove(first) && !pool.remove(first));
    List<Runnable> left = pool.shutdownNow();
    check("shutdownNow", left.size() == 1 && left.get(0) == second);
    gate.countDown();
  }

  private void priorities() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    pool.execute(() -> await(gate));
    for (int i : new int[] {3, 1, 2}) {
      pool.execute(new Task(i, order));
    }
    gate.countDown();
    pool.shutdown();
    check("ended", pool.awaitTermination(10, TimeUnit.SECONDS));
    check("priorities", order.equals(List.of(1, 2, 3)));
  }

  private void hooks() throws InterruptedException {
    List<Runnable> before = Collections.synchronizedList(new ArrayList<>());
    List<Runnable> after = Collections.synchronizedList(new ArrayList<>());
    List<String> ids = Collections.synchronizedList(new ArrayList<>());
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          protected void beforeExecute(Thread thread, Runnable task) {
            before.add(task);
            ids.add(CurrentRequest.id());
          }

          @Override
          protected void afterExecute(Runnable task, Throwable thrown) {
            after.add(task);
            ids.add(CurrentRequest.id());
          }

          @Override
          protected void terminated() {
            check("terminated", CurrentRequest.id().equals(CurrentRequest.NONE));
          }
        };
    Runnable failing =
        new Task(1) {
          @Override
          public void run() {
            throw new IllegalArgumentException("part of the test");
          }
        };
    Runnable second = new Task(2);
    pool.execute(failing);
    pool.execute(second);
    pool.shutdown();
    check("ended", pool.awaitTermination(10, TimeUnit.SECONDS));
    check("beforeExecute", before.get(0) == failing && before.get(1) == second);
    check("afterExecute", after.get(0) == failing && after.get(1) == second);
    check("request in hooks", ids.equals(Collections.nCopies(4, CurrentRequest.id())));
  }

  private void schedule() {
    List<RunnableScheduledFuture<?>> decorated = new ArrayList<>();
    ScheduledThreadPoolExecutor pool =
        new ScheduledThreadPoolExecutor(1) {
          @Override
          protected <V> RunnableScheduledFuture<V> decorateTask(
              Runnable task, RunnableScheduledFuture<V> future) {
            decorated.add(future);
            return future;
          }
        };
    ScheduledFuture<?> future = pool.schedule(new Task(1), 1, TimeUnit.DAYS);
    check("schedule", future == decorated.get(0) && pool.getQueue().peek() == future);
    pool.shutdownNow();
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Can be compared with its like only. */
  private static class Task implements Runnable, Comparable<Task> {

    private final int rank;
    private final List<Integer> order;

    Task(int rank) {
      this(rank, new ArrayList<>());
    }

    Task(int rank, List<Integer> order) {
      this.rank = rank;
      this.order = order;
    }

    @Override
    public void run() {
      order.add(rank);
    }

    @Override
    public int compareTo(Task other) {
      return Integer.compare(rank, other.rank);
    }
  }
}
