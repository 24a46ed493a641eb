package io.sidelight.request;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scope of a thread, and whether a thread that it makes inherits that. The JDK copies it when a
 * thread is constructed, platform or virtual, unless whoever constructs it asks for none of it, as
 * the JDK does for its own. So {@code java.lang.Thread} need not be rewritten.
 *
 * <p>A thread that is made for the application's work inherits. A pool's does not, nor a timer's or
 * any other of the JDK's and of libraries that run them: it outlives the request, and is made for
 * whatever comes. Nor does one that is made while a class, a servlet or a singleton is set up,
 * which happens to the first request that needs it. Who makes a thread is read from the stack, for
 * threads made inside a request only.
 */
public final class NewThreads extends InheritableThreadLocal<@Nullable RequestScope> {

  private static final StackWalker STACK = StackWalker.getInstance();

  /** Set while the instrumentation that takes pooled threads out of requests is on. */
  private static volatile boolean followed;

  NewThreads() {}

  /** Lets threads inherit scopes, or no more. They don't at first. */
  public static void follow(boolean follow) {
    followed = follow;
  }

  static boolean areFollowed() {
    return followed;
  }

  @Override
  protected @Nullable RequestScope childValue(@Nullable RequestScope parent) {
    if (parent == null || !followed) {
      return null;
    }
    try {
      return STACK.walk(new Maker(parent.isFinished())) ? parent : null;
    } catch (RuntimeException e) {
      return null; // an application's thread is not to fail for want of a name on its lines
    }
  }

  /** Tells from the stack whether the thread is made for what its maker is doing. */
  private static final class Maker implements Function<Stream<StackWalker.StackFrame>, Boolean> {

    /** What in the JDK makes a thread for each task, or constructs what it was asked to. */
    private static final String[] GO_BETWEEN = {
      "java.lang.",
      "java.security.",
      "java.util.concurrent.Executors",
      "java.util.concurrent.StructuredTaskScope",
      "java.util.concurrent.CompletableFuture",
    };

    /** Makes a thread for each task; that of {@code CompletableFuture} is a class of its own. */
    private static final String PER_TASK = "ThreadPerTaskExecutor";

    /** How far down it is looked for something that is being set up: a few microseconds. */
    private static final int DEPTH = 96;

    /** Hands over dependents, within the request that they are bound to. */
    private static final String BOUND = "java.util.concurrent.CompletableFuture$UniCompletion";

    private final boolean finished;

    Maker(boolean finished) {
      this.finished = finished;
    }

    @Override
    public Boolean apply(Stream<StackWalker.StackFrame> stack) {
      Iterator<StackWalker.StackFrame> frames = stack.iterator();
      boolean inThread = false;
      boolean forTask = false;
      while (frames.hasNext()) {
        StackWalker.StackFrame frame = frames.next();
        String className = frame.getClassName();
        if (!inThread) {
          inThread = className.startsWith("java.lang."); // above it are this class and its helpers
        } else if (className.equals(BOUND)) {
          return true;
        } else if (className.endsWith(PER_TASK)) {
          forTask = true;
        } else if (!isGoBetween(className, frame.getMethodName())) {
          // What the JDK hands over itself, such as a delayed task, it does for the application.
          boolean handsOver = forTask && className.startsWith("java.util.concurrent.");
          return !finished
              && (handsOver || (!isJdk(className) && !Infrastructure.owns(className)))
              && !isSettingUp(frame, frames);
        }
      }
      return false;
    }

    private static boolean isSettingUp(
        StackWalker.StackFrame maker, Iterator<StackWalker.StackFrame> frames) {
      boolean settingUp = setsUp(maker);
      for (int depth = 0; !settingUp && depth < DEPTH && frames.hasNext(); depth++) {
        settingUp = setsUp(frames.next());
      }
      return settingUp;
    }

    private static boolean setsUp(StackWalker.StackFrame frame) {
      switch (frame.getMethodName()) {
        case "<clinit>":
          return true;
        case "init":
          return frame.getClassName().endsWith("servlet.GenericServlet");
        case "getSingleton":
          return frame.getClassName().startsWith("org.springframework.beans.factory.support.");
        default:
          return false;
      }
    }

    private static boolean isGoBetween(String className, String method) {
      for (String prefix : GO_BETWEEN) {
        if (className.startsWith(prefix)) {
          return true;
        }
      }
      // The constructor of a subclass, a thread factory: asked by whoever needs the thread.
      return !isJdk(className) && (method.equals("<init>") || method.equals("newThread"));
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
