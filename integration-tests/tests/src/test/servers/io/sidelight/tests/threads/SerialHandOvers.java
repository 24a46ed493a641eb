package io.sidelight.tests.threads;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import io.grpc.internal.SerializingExecutor;
import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.FlowableEmitter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Executors that run one task after the other. While a task of this request waits in the queue, the
 * loop is in a task of another one, which has woken it and is over.
 */
final class SerialHandOvers {

  private static final Map<String, Executor> EXECUTORS = new LinkedHashMap<>();
  private static volatile CountDownLatch occupied = new CountDownLatch(0);

  private static final SettableFuture<String> OF_NOBODY = SettableFuture.create();
  private static final BlockingQueue<String> OF_NOBODY_SAW = new LinkedBlockingQueue<>();
  private static volatile SettableFuture<String> shared;

  private static FluxSink<Runnable> reactorSink;
  private static FlowableEmitter<Runnable> rxEmitter;

  private SerialHandOvers() {}

  /** Makes the executors outside of all requests, and subscribes there for everybody. */
  static void setUp() {
    Executor pool = HandOvers.FIXED;
    EXECUTORS.put("serial-guava", MoreExecutors.newSequentialExecutor(pool));
    EXECUTORS.put("serial-grpc", new SerializingExecutor(pool));
    EXECUTORS.put("serial-fork-join", new SerializingExecutor(HandOvers.FORK_JOIN));
    Scheduler.Worker reactor = Schedulers.fromExecutor(pool::execute, true).createWorker();
    EXECUTORS.put("serial-reactor-worker", reactor::schedule);
    var rx = io.reactivex.rxjava3.schedulers.Schedulers.from(pool).createWorker();
    EXECUTORS.put("serial-rx-worker", rx::schedule);
    EXECUTORS.put("none-serial-own", new OneAfterTheOther(pool));
    EXECUTORS.put("none-actor", new Actor(pool)::send);
    EXECUTORS.put("none-actor-in-fork-join", new Actor(HandOvers.FORK_JOIN)::send);
    Flux.<Runnable>create(sink -> reactorSink = sink)
        .publishOn(Schedulers.fromExecutorService(HandOvers.FIXED))
        .subscribe(Runnable::run);
    EXECUTORS.put("none-reactor-shared", task -> reactorSink.next(task));
    Flowable.<Runnable>create(emitter -> rxEmitter = emitter, BackpressureStrategy.BUFFER)
        .observeOn(io.reactivex.rxjava3.schedulers.Schedulers.from(pool))
        .subscribe(Runnable::run);
    EXECUTORS.put("none-rx-shared", task -> rxEmitter.onNext(task));
    SubmissionPublisher<Runnable> publisher = new SubmissionPublisher<>(pool, 16);
    publisher.subscribe(new RunAll());
    EXECUTORS.put("none-flow", publisher::submit);
    addTo(HandOvers.kinds());
    OF_NOBODY.addListener(
        () -> OF_NOBODY_SAW.add(CurrentRequest.id()), MoreExecutors.directExecutor());
  }

  private static void addTo(Map<String, Callable<Object>> kinds) {
    for (Map.Entry<String, Executor> each : EXECUTORS.entrySet()) {
      kinds.put(each.getKey(), () -> seenBehindAnother(each.getKey(), each.getValue()));
    }
    kinds.put("guava-listener", () -> seenByListener(MoreExecutors.directExecutor()));
    kinds.put("guava-listener-in-a-pool", () -> seenByListener(HandOvers.FIXED));
    kinds.put("guava-transform", SerialHandOvers::seenByTransformation);
    kinds.put("none-guava-listener", SerialHandOvers::seenByNobody);
    kinds.put("reactor-publishOn", SerialHandOvers::seenByReactor);
    kinds.put("rx-observeOn", SerialHandOvers::seenByRxJava);
  }

  private static Object seenBehindAnother(String name, Executor executor) throws Exception {
    occupied = new CountDownLatch(1);
    ask("/occupy?name=" + name);
    BlockingQueue<String> saw = new LinkedBlockingQueue<>();
    executor.execute(() -> saw.add(CurrentRequest.id()));
    occupied.countDown();
    return saw.take();
  }

  /** Done by the other request. */
  static void occupy(String name) {
    CountDownLatch latch = occupied;
    CountDownLatch begun = new CountDownLatch(1);
    EXECUTORS
        .get(name)
        .execute(
            () -> {
              begun.countDown();
              await(latch);
            });
    await(begun);
  }

  /** One request more, to this application. */
  static void ask(String path) throws IOException {
    try (InputStream in = ThreadsMain.address().resolve(path).toURL().openStream()) {
      in.readAllBytes();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Object seenByListener(Executor executor) throws Exception {
    shared = SettableFuture.create();
    BlockingQueue<String> saw = new LinkedBlockingQueue<>();
    shared.addListener(() -> saw.add(CurrentRequest.id()), executor);
    ask("/complete");
    return saw.take();
  }

  private static Object seenByTransformation() throws Exception {
    shared = SettableFuture.create();
    ListenableFuture<String> saw =
        Futures.transform(shared, done -> CurrentRequest.id(), MoreExecutors.directExecutor());
    ask("/complete");
    return saw.get();
  }

  /** Done by the other request. */
  static void complete() {
    shared.set("");
  }

  /** A listener that no request has added, of a future that one completes. */
  private static Object seenByNobody() throws Exception {
    if (OF_NOBODY.set("")) {
      return OF_NOBODY_SAW.take();
    }
    return CurrentRequest.NONE; // there is no second time
  }

  private static Object seenByReactor() {
    return Flux.just("")
        .publishOn(Schedulers.fromExecutorService(HandOvers.FIXED))
        .map(value -> CurrentRequest.id())
        .blockFirst();
  }

  private static Object seenByRxJava() {
    return Flowable.just("")
        .observeOn(io.reactivex.rxjava3.schedulers.Schedulers.from(HandOvers.FIXED))
        .map(value -> CurrentRequest.id())
        .blockingFirst();
  }

  /** As applications write it: a task hands over the next one. */
  private static final class OneAfterTheOther implements Executor {

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final Executor pool;
    private Runnable active;

    OneAfterTheOther(Executor pool) {
      this.pool = pool;
    }

    @Override
    public synchronized void execute(Runnable task) {
      queue.add(
          () -> {
            try {
              task.run();
            } finally {
              next();
            }
          });
      if (active == null) {
        next();
      }
    }

    private synchronized void next() {
      active = queue.poll();
      if (active != null) {
        pool.execute(active);
      }
    }
  }

  private static final class Actor implements Runnable {

    private final Queue<Runnable> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Executor pool;

    Actor(Executor pool) {
      this.pool = pool;
    }

    void send(Runnable message) {
      mailbox.add(message);
      schedule();
    }

    private void schedule() {
      if (!mailbox.isEmpty() && scheduled.compareAndSet(false, true)) {
        pool.execute(this);
      }
    }

    @Override
    public void run() {
      for (Runnable message = mailbox.poll(); message != null; message = mailbox.poll()) {
        message.run();
      }
      scheduled.set(false);
      schedule();
    }
  }

  private static final class RunAll implements Flow.Subscriber<Runnable> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Runnable task) {
      task.run();
    }

    @Override
    public void onError(Throwable thrown) {
      thrown.printStackTrace();
    }

    @Override
    public void onComplete() {}
  }
}
