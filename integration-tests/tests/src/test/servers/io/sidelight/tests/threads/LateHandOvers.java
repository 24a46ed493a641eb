package io.sidelight.tests.threads;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Workers for everybody that were started by another request, which is over. */
final class LateHandOvers {

  private static final ExecutorService POOL = Executors.newCachedThreadPool();

  /** Served by a thread that a method makes, for which it waits with {@code wait}. */
  private static final Queue<Runnable> WAITED_FOR = new ArrayDeque<>();

  private static Consumer consumer;
  private static volatile Object starter;

  private LateHandOvers() {}

  static void addTo(Map<String, Callable<Object>> kinds) {
    kinds.put("none-worker-thread", () -> seen("thread"));
    kinds.put("none-consumer-in-a-pool", () -> seen("consumer"));
  }

  private static Object seen(String name) throws Exception {
    SerialHandOvers.ask("/start-worker?name=" + name);
    while (!CurrentRequest.isOver(starter)) {
      Thread.onSpinWait();
    }
    BlockingQueue<String> saw = new LinkedBlockingQueue<>();
    Runnable task = () -> saw.add(CurrentRequest.id());
    if (name.equals("thread")) {
      synchronized (WAITED_FOR) {
        WAITED_FOR.add(task);
        WAITED_FOR.notifyAll();
      }
    } else {
      consumer.tasks.add(task);
    }
    return saw.take();
  }

  /** Done by the other request. */
  static synchronized void start(String name) {
    starter = CurrentRequest.scope();
    if (name.equals("thread")) {
      Thread thread = new Thread(LateHandOvers::serve);
      thread.setDaemon(true);
      thread.start();
    } else {
      consumer = new Consumer();
      POOL.execute(consumer::serve);
    }
  }

  private static void serve() {
    try {
      while (true) {
        Runnable task;
        synchronized (WAITED_FOR) {
          while (WAITED_FOR.isEmpty()) {
            WAITED_FOR.wait();
          }
          task = WAITED_FOR.remove();
        }
        task.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Consumer {

    final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    void serve() {
      try {
        while (true) {
          tasks.take().run();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
