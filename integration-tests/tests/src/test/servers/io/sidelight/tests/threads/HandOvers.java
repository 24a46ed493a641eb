package io.sidelight.tests.threads;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ways of having work done by another thread; each tells which request that thread was in. */
final class HandOvers {

  static final ExecutorService FIXED = Executors.newFixedThreadPool(4);
  static final ExecutorService GROWING =
      new ThreadPoolExecutor(
          0, 64, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> new Thread(task));
  static final ScheduledExecutorService SCHEDULED = Executors.newScheduledThreadPool(2);
  static final ForkJoinPool FORK_JOIN = new ForkJoinPool(4);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final BlockingQueue<CompletableFuture<String>> OPEN = new LinkedBlockingQueue<>();
  private static final BlockingQueue<String> SHARED_SAW = new LinkedBlockingQueue<>();

  /** Captures nothing, so that there is one object for all requests. */
  private static final Runnable SHARED = () -> HandOvers.SHARED_SAW.add(CurrentRequest.id());

  private static final Map<String, Callable<Object>> KINDS = new TreeMap<>();

  static {
    Thread completer = new Thread(HandOvers::complete, "completer");
    completer.setDaemon(true);
    completer.start();
    addPools();
    addForkJoin();
    addFutures();
    addThreads();
    LateHandOvers.addTo(KINDS);
    if (Runtime.version().feature() >= 21) {
      addVirtualThreads();
    }
    if (Runtime.version().feature() >= 25) {
      KINDS.put("structured", StructuredScope::seenByAFork);
    }
  }

  private HandOvers() {}

  static Map<String, Callable<Object>> kinds() {
    return KINDS;
  }

  /** What a request does under load; waits for none of it. */
  static void all() {
    Runnable task = HandOvers::look;
    FIXED.execute(task);
    FIXED.execute(SHARED);
    GROWING.execute(task);
    SCHEDULED.schedule(task, 1, TimeUnit.MILLISECONDS);
    FORK_JOIN.execute(task);
    FORK_JOIN.submit(new Tree(3));
    CompletableFuture.runAsync(task).thenRun(task).thenRunAsync(task, FIXED);
    open().thenRun(task);
  }

  private static void look() {
    CurrentRequest.id();
  }

  private static void addPools() {
    KINDS.put("execute", () -> seen(FIXED::execute));
    KINDS.put("execute-first-task", () -> seen(GROWING::execute));
    KINDS.put("submit", () -> FIXED.submit(CurrentRequest::id).get());
    KINDS.put("invokeAll", () -> FIXED.invokeAll(List.of(CurrentRequest::id)).get(0).get());
    KINDS.put("invokeAny", () -> FIXED.invokeAny(List.of(CurrentRequest::id)));
    KINDS.put(
        "completion-service",
        () -> {
          ExecutorCompletionService<String> service = new ExecutorCompletionService<>(FIXED);
          service.submit(CurrentRequest::id);
          return service.take().get();
        });
    KINDS.put("nested", () -> FIXED.submit(() -> SCHEDULED.submit(CurrentRequest::id).get()).get());
    KINDS.put(
        "schedule", () -> SCHEDULED.schedule(CurrentRequest::id, 2, TimeUnit.MILLISECONDS).get());
    KINDS.put("none-fixed-rate", HandOvers::seenAtFixedRate);
    KINDS.put(
        "shared-task",
        () -> {
          SHARED_SAW.clear();
          FIXED.execute(SHARED);
          return SHARED_SAW.take();
        });
  }

  private static Object seenAtFixedRate() throws Exception {
    BlockingQueue<String> saw = new LinkedBlockingQueue<>();
    ScheduledFuture<?> task =
        SCHEDULED.scheduleAtFixedRate(
            () -> saw.add(CurrentRequest.id()), 0, 1, TimeUnit.MILLISECONDS);
    String first = saw.take();
    String second = saw.take();
    task.cancel(true);
    return first.equals(second) ? first : first + " " + second;
  }

  private static void addForkJoin() {
    KINDS.put("fork-join-submit", () -> FORK_JOIN.submit(CurrentRequest::id).get());
    KINDS.put("fork-join-tree", () -> one(FORK_JOIN.invoke(new Tree(6))));
    KINDS.put("fork-join-common", () -> one(new Tree(6).invoke()));
    KINDS.put("parallel-stream", () -> one(parallel()));
    KINDS.put("parallel-stream-in-pool", () -> one(FORK_JOIN.submit(HandOvers::parallel).get()));
  }

  private static Set<String> parallel() {
    return IntStream.range(0, 5000)
        .parallel()
        .mapToObj(i -> CurrentRequest.id())
        .collect(Collectors.toSet());
  }

  private static void addFutures() {
    KINDS.put("supplyAsync", () -> CompletableFuture.supplyAsync(CurrentRequest::id).get());
    KINDS.put(
        "supplyAsync-pool", () -> CompletableFuture.supplyAsync(CurrentRequest::id, FIXED).get());
    KINDS.put(
        "supplyAsync-delayed",
        () ->
            CompletableFuture.supplyAsync(
                    CurrentRequest::id, CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS))
                .get());
    KINDS.put("thenApply", () -> open().thenApply(done -> CurrentRequest.id()).get());
    KINDS.put("thenApplyAsync", () -> open().thenApplyAsync(done -> CurrentRequest.id()).get());
    KINDS.put(
        "thenApplyAsync-pool",
        () -> open().thenApplyAsync(done -> CurrentRequest.id(), FIXED).get());
    KINDS.put("thenAccept", () -> seen(task -> open().thenAccept(done -> task.run())));
    KINDS.put("thenRun", () -> seen(task -> open().thenRun(task)));
    KINDS.put("handle", () -> open().handle((done, failed) -> CurrentRequest.id()).get());
    KINDS.put(
        "whenComplete", () -> seen(task -> open().whenComplete((done, failed) -> task.run())));
    KINDS.put(
        "thenCompose",
        () -> open().thenCompose(d -> CompletableFuture.supplyAsync(CurrentRequest::id)).get());
    KINDS.put("thenCombine", () -> open().thenCombine(open(), (a, b) -> CurrentRequest.id()).get());
    KINDS.put("runAfterEither", () -> seen(task -> open().runAfterEither(open(), task)));
    KINDS.put(
        "chain",
        () -> open().thenApply(d -> d).thenCompose(d -> open()).thenApply(d -> id()).get());
    KINDS.put(
        "exceptionally",
        () ->
            new CompletableFuture<String>()
                .orTimeout(2, TimeUnit.MILLISECONDS)
                .exceptionally(failed -> CurrentRequest.id())
                .get());
    KINDS.put("none-registered-outside", Outside::seen);
    // Completed by threads of the client's own.
    KINDS.put("http-thenApply", () -> answer().thenApply(done -> CurrentRequest.id()).get());
    KINDS.put(
        "http-thenApplyAsync", () -> answer().thenApplyAsync(done -> CurrentRequest.id()).get());
  }

  private static CompletableFuture<HttpResponse<String>> answer() {
    return CLIENT.sendAsync(
        HttpRequest.newBuilder(ThreadsMain.address().resolve("/kinds")).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String id() {
    return CurrentRequest.id();
  }

  private static void addThreads() {
    KINDS.put("thread", () -> seen(task -> new Thread(task).start()));
    KINDS.put(
        "thread-of-a-thread", () -> seen(task -> new Thread(new Thread(task)::start).start()));
    KINDS.put(
        "thread-of-a-factory",
        () -> seen(task -> Executors.defaultThreadFactory().newThread(task).start()));
    KINDS.put(
        "none-timer",
        () -> {
          Timer timer = new Timer(true);
          Object seen = seen(task -> timer.schedule(new Once(task), 1));
          timer.cancel();
          return seen;
        });
  }

  private static void addVirtualThreads() {
    KINDS.put("virtual-thread", () -> seen(HandOvers::startVirtualThread));
    KINDS.put("virtual-executor", () -> virtualThreads().submit(CurrentRequest::id).get());
    KINDS.put(
        "virtual-supplyAsync",
        () -> CompletableFuture.supplyAsync(CurrentRequest::id, virtualThreads()).get());
    KINDS.put(
        "virtual-thenApplyAsync",
        () -> open().thenApplyAsync(done -> CurrentRequest.id(), virtualThreads()).get());
    KINDS.put(
        "virtual-after-sleep",
        () ->
            virtualThreads()
                .submit(
                    () -> {
                      TimeUnit.MILLISECONDS.sleep(3); // comes back on some carrier
                      return CurrentRequest.id();
                    })
                .get());
  }

  /** The sources are compiled for Java 17. */
  private static void startVirtualThread(Runnable task) {
    try {
      Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  /** What a task sees that is handed to the consumer. */
  private static Object seen(Consumer<Runnable> by) throws Exception {
    BlockingQueue<String> saw = new LinkedBlockingQueue<>();
    by.accept(() -> saw.add(CurrentRequest.id()));
    return saw.take();
  }

  /** A future that is completed outside of every request, a moment later. */
  static CompletableFuture<String> open() {
    CompletableFuture<String> future = new CompletableFuture<>();
    OPEN.add(future);
    return future;
  }

  private static void complete() {
    try {
      while (true) {
        CompletableFuture<String> future = OPEN.take();
        TimeUnit.MICROSECONDS.sleep(500);
        future.complete("");
        if (!CurrentRequest.id().equals(CurrentRequest.NONE)) {
          System.err.println("left on the thread that completes");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Object one(Set<String> ids) {
    return String.join(" ", new TreeSet<>(ids));
  }

  /** Forks and joins; sees the request before, in between and after. */
  static final class Tree extends RecursiveTask<Set<String>> {

    private static final long serialVersionUID = 1;

    private final int depth;

    Tree(int depth) {
      this.depth = depth;
    }

    @Override
    protected Set<String> compute() {
      Set<String> ids = new TreeSet<>();
      ids.add(CurrentRequest.id());
      if (depth > 0) {
        Tree left = new Tree(depth - 1);
        Tree right = new Tree(depth - 1);
        left.fork();
        ids.addAll(right.compute());
        ids.addAll(left.join());
        ids.addAll(new Tree(0).invoke());
      }
      ids.add(CurrentRequest.id());
      return ids;
    }
  }

  private static final class Once extends TimerTask {

    private final Runnable task;

    Once(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      task.run();
    }
  }

  /** A dependent that no request has registered, on a future that one completes. */
  static final class Outside {

    private static final CompletableFuture<String> FUTURE = new CompletableFuture<>();
    private static final CompletableFuture<String> SEEN =
        FUTURE.thenApply(done -> CurrentRequest.id());

    private Outside() {}

    static void init() {}

    static String seen() throws Exception {
      FUTURE.complete("");
      return SEEN.get();
    }
  }

  /** What threads of all pools are in that are given work outside of every request. */
  static Set<String> left() throws Exception {
    Set<String> ids = new TreeSet<>();
    ExecutorService[] pools = {FIXED, GROWING, SCHEDULED, FORK_JOIN, ForkJoinPool.commonPool()};
    for (ExecutorService pool : pools) {
      List<Callable<String>> looks = Collections.nCopies(32, CurrentRequest::id);
      for (Future<String> seen : pool.invokeAll(looks)) {
        ids.add(seen.get());
      }
    }
    return ids;
  }
}
