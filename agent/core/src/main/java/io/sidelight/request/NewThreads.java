package io.sidelight.request;

import io.sidelight.library.LibraryNames;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scope of a thread, and whether a thread that it makes inherits that. The JDK copies it when a
 * thread is constructed, platform or virtual, unless whoever constructs it asks for none of it, as
 * the JDK does for its own. So {@code java.lang.Thread} need not be rewritten.
 *
 * <p>Who makes a thread is read from the stack, for threads made inside a request only:
 *
 * <ul>
 *   <li>A thread that is made to run one task, by an executor that makes one for each or because it
 *       is virtual, is in the request as a pool's thread is during that task.
 *   <li>Any other thread of the application is in the request until that completes, see {@link
 *       ThreadScope#bornIn}.
 *   <li>A thread of a pool, a timer or another part of the JDK or of libraries that run them is in
 *       none: it is made for whatever comes. Nor is one that is made while a class, a servlet, a
 *       singleton, a cached value or any object is set up, which happens to the first request that
 *       needs it.
 * </ul>
 */
public final class NewThreads extends InheritableThreadLocal<@Nullable Object> {

  private static final StackWalker STACK = stackWalker();

  /** Set while the instrumentation that takes pooled threads out of requests is on. */
  private static volatile boolean followed;

  NewThreads() {}

  /** Under a security manager that grants it nothing, the agent has to do without the classes. */
  private static StackWalker stackWalker() {
    try {
      return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    } catch (SecurityException e) {
      return StackWalker.getInstance();
    }
  }

  /** Lets threads inherit scopes, or no more. They don't at first. */
  public static void follow(boolean follow) {
    followed = follow;
  }

  static boolean areFollowed() {
    return followed;
  }

  @Override
  protected @Nullable Object childValue(@Nullable Object parent) {
    if (parent == null || !followed) {
      return null;
    }
    RequestScope scope = ThreadScope.current(parent);
    if (scope == null) {
      return null;
    }
    try {
      switch (STACK.walk(new Maker(scope.isFinished()))) {
        case FOR_A_TASK:
          return scope;
        case FOR_THE_REQUEST:
          return ThreadScope.bornIn(scope);
        default:
          return null;
      }
    } catch (RuntimeException e) {
      return null; // an application's thread is not to fail for want of a name on its lines
    }
  }

  /** The purpose of a new thread. */
  private enum Purpose {
    ANYTHING,
    FOR_THE_REQUEST,
    FOR_A_TASK
  }

  /** Reads the purpose of a new thread from the stack of its maker. */
  private static final class Maker implements Function<Stream<StackWalker.StackFrame>, Purpose> {

    /** What in the JDK makes a thread for each task, or constructs what it was asked to. */
    private static final String[] GO_BETWEEN = {
      "java.lang.",
      "java.security.",
      "java.util.concurrent.Executors",
      "java.util.concurrent.CompletableFuture",
    };

    /** Makes a thread for each task; that of {@code CompletableFuture} is a class of its own. */
    private static final String PER_TASK = "ThreadPerTaskExecutor";

    private static final String STRUCTURED = "java.util.concurrent.StructuredTaskScope";

    /** Hands over dependents, within the request that they are bound to. */
    private static final String BOUND = "java.util.concurrent.CompletableFuture$UniCompletion";

    /** The end of the descriptor of a thread factory's method, also where that is a lambda. */
    private static final String FACTORY = "Ljava/lang/Runnable;)Ljava/lang/Thread;";

    private final boolean finished;

    Maker(boolean finished) {
      this.finished = finished;
    }

    @Override
    public Purpose apply(Stream<StackWalker.StackFrame> stack) {
      Iterator<StackWalker.StackFrame> frames = stack.iterator();
      boolean inThread = false;
      boolean isVirtual = false;
      boolean byExecutor = false;
      while (frames.hasNext()) {
        StackWalker.StackFrame frame = frames.next();
        String className = frame.getClassName();
        if (!inThread) {
          inThread = className.startsWith("java.lang."); // above it are this class and its helpers
        } else if (className.equals(BOUND)) {
          return Purpose.FOR_A_TASK;
        } else if (isPerTask(className)) {
          byExecutor = true;
        } else if (isVirtual(className)) {
          isVirtual = true;
        } else if (!isGoBetween(frame, className)) {
          boolean inherits =
              !finished && mayMake(className, byExecutor) && !SettingUp.isUnder(frame, frames);
          return inherits ? purpose(byExecutor || isVirtual) : Purpose.ANYTHING;
        }
      }
      return Purpose.ANYTHING;
    }

    private static Purpose purpose(boolean oneTask) {
      return oneTask ? Purpose.FOR_A_TASK : Purpose.FOR_THE_REQUEST;
    }

    /** What the JDK hands over itself, such as a delayed task, it does for the application. */
    private static boolean mayMake(String className, boolean byExecutor) {
      return isJdk(className)
          ? byExecutor && className.startsWith("java.util.concurrent.")
          : !Infrastructure.makesThreads(className);
    }

    private static boolean isPerTask(String className) {
      return className.startsWith("java.util.concurrent.")
          ? className.endsWith(PER_TASK) || className.startsWith(STRUCTURED)
          : LibraryNames.get().isThreadPerTask(className);
    }

    private static boolean isVirtual(String className) {
      return className.equals("java.lang.VirtualThread")
          || className.equals("java.lang.ThreadBuilders$BoundVirtualThread");
    }

    private static boolean isGoBetween(StackWalker.StackFrame frame, String className) {
      for (String prefix : GO_BETWEEN) {
        if (className.startsWith(prefix)) {
          return true;
        }
      }
      if (LibraryNames.get().isThreadCreator(className)) {
        return true;
      }
      // A thread factory is asked by whoever needs the thread.
      return !isJdk(className)
          && !Infrastructure.makesThreads(className)
          && (SettingUp.isThreadConstructor(frame)
              || frame.getMethodName().equals("newThread")
              || frame.getDescriptor().endsWith(FACTORY));
    }

    private static boolean isJdk(String className) {
      return className.startsWith("java.")
          || className.startsWith("javax.")
          || className.startsWith("jdk.")
          || className.startsWith("sun.")
          || className.startsWith("com.sun.");
    }
  }
}
