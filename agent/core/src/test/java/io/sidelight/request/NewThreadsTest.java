package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.library.LibraryNames;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is woven here: what a thread has it has inherited. */
class NewThreadsTest {

  private final RequestScope scope = scope();

  @BeforeAll
  static void describe() {
    LibraryNames.describedBy(
        names -> {
          names.infrastructure("io.netty.");
          names.threadsPerTask("org.springframework.core.task.SimpleAsyncTaskExecutor");
        });
  }

  @AfterAll
  static void forget() {
    LibraryNames.describedBy(names -> {});
  }

  @BeforeEach
  void enter() {
    NewThreads.follow(true);
    RequestScope.makeCurrent(scope).keep();
  }

  @AfterEach
  void leave() {
    NewThreads.follow(false);
    RequestScope.makeCurrent(null).keep();
  }

  @Test
  void thread_madeInARequest_inherits() throws Exception {
    assertThat(inThread(Thread::new)).isSameAs(scope);
  }

  @Test
  void thread_ofASubclass_inherits() throws Exception {
    assertThat(inThread(Subclass::new)).isSameAs(scope);
  }

  @Test
  void thread_ofADefaultFactory_inherits() throws Exception {
    assertThat(inThread(Executors.defaultThreadFactory())).isSameAs(scope);
  }

  @Test
  void thread_madeOutside_hasNone() throws Exception {
    RequestScope.makeCurrent(null).keep();
    assertThat(inThread(Thread::new)).isNull();
  }

  @Test
  void thread_madeOnceTheRequestIsOver_hasNone() throws Exception {
    scope.finish();
    assertThat(inThread(Thread::new)).isNull();
  }

  @Test
  void thread_askedForWithoutThreadLocals_hasNone() throws Exception {
    assertThat(inThread(task -> new Thread(null, task, "bare", 0, false))).isNull();
  }

  @Test
  void thread_whileNothingIsFollowed_hasNone() throws Exception {
    NewThreads.follow(false);
    assertThat(inThread(Thread::new)).isNull();
  }

  @Test
  void thread_madeWhileAClassIsInitialised_hasNone() throws Exception {
    assertThat(Lazy.seen.get()).isNull();
  }

  /** Starts a thread for good when it is first needed. */
  private static final class Lazy {

    static final CompletableFuture<@Nullable RequestScope> seen = new CompletableFuture<>();

    static {
      new Thread(() -> seen.complete(RequestScope.current())).start();
    }
  }

  @Test
  void thread_madeInAConstructor_hasNone() throws Exception {
    assertThat(new Component().seen.get()).isNull();
  }

  @Test
  @SuppressWarnings("UnnecessaryAsync") // the map is what is tested
  void thread_madeForACachedValue_hasNone() throws Exception {
    Map<String, CompletableFuture<@Nullable RequestScope>> cache = new ConcurrentHashMap<>();
    assertThat(cache.computeIfAbsent("key", key -> startedHere()).get()).isNull();
  }

  @Test
  void thread_ofALambdaFactory_askedByALibrary_hasNone() throws Exception {
    assertThat(inThread(task -> io.netty.Loop.thread(Thread::new, task))).isNull();
    assertThat(inThread(task -> io.netty.Loop.thread(t -> new Thread(t), task))).isNull();
  }

  @Test
  void thread_ofARelocatedLibrary_hasNone() throws Exception {
    assertThat(inThread(task -> shaded.io.netty.Loop.thread(task))).isNull();
  }

  @Test
  void thread_onceItsRequestHasCompleted_isOutOfIt() throws Exception {
    Worker worker = new Worker();
    Thread thread = worker.thread();
    thread.start();
    assertThat(worker.look()).isSameAs(scope);
    scope.finish();
    assertThat(worker.look()).isNull();
    worker.end();
  }

  @Test
  void thread_inAnotherRequest_staysThereWhenItsOwnCompletes() throws Exception {
    RequestScope other = scope();
    Worker worker = new Worker();
    worker.thread().start();
    worker.run(
        () -> {
          ScopeToken token = RequestScope.makeCurrent(other);
          scope.finish();
          RequestScope seen = RequestScope.current();
          token.close();
          return seen == other ? RequestScope.current() : scope;
        });
    assertThat(worker.answer()).isNull();
    worker.end();
  }

  @Test
  void thread_forOneTask_staysInItsRequest() throws Exception {
    CountDownLatch completed = new CountDownLatch(1);
    CompletableFuture<@Nullable RequestScope> seen =
        CompletableFuture.supplyAsync(
            () -> {
              await(completed);
              return RequestScope.current();
            },
            new PerTask());
    scope.finish();
    completed.countDown();
    assertThat(seen.get()).isSameAs(scope);
  }

  /** Called like the executors of the JDK and of Spring that make a thread for each task. */
  private static final class PerTask implements Executor {
    @Override
    public void execute(Runnable task) {
      new org.springframework.core.task.SimpleAsyncTaskExecutor().execute(task);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompletableFuture<@Nullable RequestScope> startedHere() {
    CompletableFuture<@Nullable RequestScope> seen = new CompletableFuture<>();
    new Thread(() -> seen.complete(RequestScope.current())).start();
    return seen;
  }

  /** Makes a thread of its own. */
  private static final class Component {

    final CompletableFuture<@Nullable RequestScope> seen = new CompletableFuture<>();

    Component() {
      new Thread(() -> seen.complete(RequestScope.current())).start();
    }
  }

  /** Serves whoever comes. */
  private static final class Worker {

    private final BlockingQueue<Callable<@Nullable RequestScope>> queue =
        new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<RequestScope>> answers = new LinkedBlockingQueue<>();

    Thread thread() {
      Thread thread = new Thread(this::serve);
      thread.setDaemon(true);
      return thread;
    }

    private void serve() {
      try {
        while (true) {
          answers.add(Optional.ofNullable(queue.take().call()));
        }
      } catch (Exception e) {
        Thread.currentThread().interrupt();
      }
    }

    @Nullable RequestScope look() throws InterruptedException {
      run(RequestScope::current);
      return answer();
    }

    void run(Callable<@Nullable RequestScope> task) {
      queue.add(task);
    }

    @Nullable RequestScope answer() throws InterruptedException {
      return answers.take().orElse(null);
    }

    void end() {
      queue.add(
          () -> {
            throw new InterruptedException();
          });
    }
  }

  @Test
  void thread_ofAPool_hasNone() throws Exception {
    assertThat(inPool(Executors.newCachedThreadPool())).isNull();
    assertThat(inPool(Executors.newSingleThreadScheduledExecutor())).isNull();
    assertThat(inPool(new ForkJoinPool(1))).isNull();
  }

  @Test
  void thread_ofATimer_hasNone() throws Exception {
    CompletableFuture<@Nullable RequestScope> seen = new CompletableFuture<>();
    Timer timer = new Timer(true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            seen.complete(RequestScope.current());
          }
        },
        0);
    assertThat(seen.get()).isNull();
    timer.cancel();
  }

  private static final class Subclass extends Thread {
    Subclass(Runnable task) {
      super(task);
    }
  }

  private static @Nullable RequestScope inThread(ThreadFactory factory) throws Exception {
    CompletableFuture<@Nullable RequestScope> seen = new CompletableFuture<>();
    factory.newThread(() -> seen.complete(RequestScope.current())).start();
    return seen.get();
  }

  private static @Nullable RequestScope inPool(ExecutorService pool) throws Exception {
    Callable<@Nullable RequestScope> look = RequestScope::current;
    try {
      return pool.submit(look).get();
    } finally {
      pool.shutdown();
    }
  }

  private static RequestScope scope() {
    FakeExchange exchange = new FakeExchange();
    return new RequestScope(exchange, "id", true, null, TraceContext.of(exchange));
  }
}
