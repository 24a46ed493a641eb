package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is woven here: what a thread has it has inherited. */
class NewThreadsTest {

  private final RequestScope scope = scope();

  @BeforeEach
  void enter() {
    NewThreads.follow(true);
    RequestScope.enter(scope);
  }

  @AfterEach
  void leave() {
    NewThreads.follow(false);
    RequestScope.enter(null);
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
    RequestScope.enter(null);
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
    return new RequestScope(exchange, "id", TraceContext.of(exchange));
  }
}
