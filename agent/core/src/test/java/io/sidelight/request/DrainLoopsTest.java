package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrainLoopsTest {

  private @Nullable Runnable handedOver;
  private final Executor pool = task -> handedOver = task;

  @Test
  void loop_ofASerialExecutor_isOne() {
    new Serial(pool).execute(DrainLoopsTest::nothing);
    assertThat(isLoop()).isTrue();
  }

  @Test
  void task_thatASerialExecutorHandsOverAfterTheOneBefore_isOne() {
    new OneAfterTheOther(pool).execute(DrainLoopsTest::nothing);
    assertThat(isLoop()).isTrue();
  }

  @Test
  void executor_thatIsItsOwnLoop_isOne() {
    assertThat(DrainLoops.isOne(Itself.class)).isTrue();
  }

  @Test
  void actor_isOne() {
    new Actor(pool).send("message");
    assertThat(isLoop()).isTrue();
  }

  @Test
  void methodOfAnActor_isOne() {
    new Mailbox(pool).send("message");
    assertThat(isLoop()).isTrue();
  }

  @Test
  void consumerOfABlockingQueue_isOne() {
    new Sender().start(pool);
    assertThat(isLoop()).isTrue();
  }

  @Test
  void methodOfAnObjectElsewhere_thatConsumesABlockingQueue_isOne() {
    Sender sender = new Sender();
    pool.execute(sender::sendAll);
    assertThat(isLoop()).isTrue();
  }

  @Test
  void task_thatCapturesAQueueAndAFlag_isNone() {
    Queue<String> results = new ConcurrentLinkedQueue<>();
    AtomicBoolean done = new AtomicBoolean();
    pool.execute(() -> done.set(results.add("result")));
    assertThat(isLoop()).isFalse();
    pool.execute(
        new Runnable() {
          @Override
          public void run() {
            done.set(results.add("result"));
          }
        });
    assertThat(isLoop()).isFalse();
  }

  @Test
  void task_thatKeepsABlockingQueue_isOne() {
    assertThat(DrainLoops.isOne(Consumer.class)).isTrue();
  }

  @Test
  void task_ofADecoratingExecutor_isNone() {
    new Decorating(pool).execute(DrainLoopsTest::nothing);
    assertThat(isLoop()).isFalse();
  }

  @Test
  void task_ofASubclassOfThePool_isNone() {
    assertThat(DrainLoops.isOne(Timed.Measured.class)).isFalse();
  }

  @Test
  void task_withWorkOfItsOwn_isNone() {
    new Sender().send("message", pool);
    assertThat(isLoop()).isFalse();
  }

  @Test
  void task_thatCapturesNothing_isNone() {
    pool.execute(DrainLoopsTest::nothing);
    assertThat(isLoop()).isFalse();
  }

  @Test
  void task_thatCollectsIntoAQueue_isNone() {
    Queue<String> results = new ConcurrentLinkedQueue<>();
    pool.execute(() -> results.add("result"));
    assertThat(isLoop()).isFalse();
  }

  private boolean isLoop() {
    assertThat(handedOver).isNotNull();
    return handedOver != null && DrainLoops.isOne(handedOver.getClass());
  }

  private static void nothing() {}

  /** Like Guava's: a loop of its own class. */
  private static final class Serial implements Executor {

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final Executor executor;

    Serial(Executor executor) {
      this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
      queue.add(task);
      executor.execute(new Loop());
    }

    private final class Loop implements Runnable {
      @Override
      public void run() {
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
          task.run();
        }
      }
    }
  }

  /** Like the one in the documentation of {@link Executor}. */
  private static final class OneAfterTheOther implements Executor {

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final Executor executor;

    OneAfterTheOther(Executor executor) {
      this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
      queue.add(
          () -> {
            task.run();
            next();
          });
      next();
    }

    private void next() {
      Runnable task = queue.poll();
      if (task != null) {
        executor.execute(task);
      }
    }
  }

  private abstract static class Itself implements Executor, Runnable {}

  private static final class Actor implements Runnable {

    private final Queue<String> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Executor executor;

    Actor(Executor executor) {
      this.executor = executor;
    }

    void send(String message) {
      mailbox.add(message);
      if (scheduled.compareAndSet(false, true)) {
        executor.execute(this);
      }
    }

    @Override
    public void run() {
      mailbox.clear();
      scheduled.set(false);
    }
  }

  private static final class Mailbox {

    private final Queue<String> messages = new ArrayDeque<>();
    private final Executor executor;
    private boolean busy;

    Mailbox(Executor executor) {
      this.executor = executor;
    }

    synchronized void send(String message) {
      messages.add(message);
      if (!busy) {
        busy = true;
        executor.execute(this::read);
      }
    }

    private synchronized void read() {
      messages.clear();
      busy = false;
    }
  }

  private static final class Sender {

    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

    void start(Executor executor) {
      executor.execute(this::sendAll);
    }

    void send(String message, Executor executor) {
      executor.execute(() -> queue.add(message));
    }

    private void sendAll() {
      queue.clear();
    }
  }

  private static final class Consumer implements Runnable {

    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

    @Override
    public void run() {
      queue.clear();
    }
  }

  private static final class Decorating implements Executor {

    private final Executor executor;

    Decorating(Executor executor) {
      this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
      executor.execute(
          () -> {
            task.run();
            after();
          });
    }

    private void after() {}
  }

  private static final class Timed extends ThreadPoolExecutor {

    Timed() {
      super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    public void execute(Runnable task) {
      super.execute(new Measured(task));
    }

    private final class Measured implements Runnable {

      private final Runnable task;

      Measured(Runnable task) {
        this.task = task;
      }

      @Override
      public void run() {
        task.run();
        purge();
      }
    }
  }
}
