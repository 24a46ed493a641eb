package io.sidelight.exchange;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Calls application code that the application's own configuration would not have called here, such
 * as {@code toString} of a value that no pattern shows. Whatever it throws, a stack overflow
 * included, costs that value alone and is no failure of the agent. Thread-safe.
 *
 * <p>Where the application's configuration calls the code as well, it still does so itself and gets
 * its own exception.
 *
 * <p>The called code may log, and the agent may call code again for that line. An object that logs
 * itself would never end, and with two such values the calls would double on each level. So calls
 * nest {@value #DEEPEST} deep at most; below that the code is not called. An interrupt that was
 * pending stays pending.
 */
public final class GuardedCall {

  private static final int DEEPEST = 3;
  private static final int MAX_NAME = 200;
  private static final StackTraceElement[] NONE = {};

  private static final ThreadLocal<Depth> DEPTH =
      new ThreadLocal<>() {
        @Override
        protected Depth initialValue() {
          return new Depth();
        }
      };

  private GuardedCall() {}

  /** Whether this thread is in a call that the agent makes, and the application would not. */
  public static boolean isRunning() {
    return DEPTH.get().calls > 0;
  }

  /** A value as {@code String.valueOf} has it; a text with the exception's class if it throws. */
  public static String text(@Nullable Object value) {
    if (value == null || isPlain(value)) {
      return String.valueOf(value);
    }
    return text((Callable<@Nullable String>) value::toString);
  }

  /** As {@link #text(Object)}, for code that makes a text. */
  public static String text(Callable<@Nullable String> code) {
    try {
      return String.valueOf(call(code));
    } catch (Throwable thrown) {
      return unreadable(thrown);
    }
  }

  /** The result of code; {@code otherwise} if it throws. */
  public static <T> T value(Callable<T> code, T otherwise) {
    try {
      return call(code);
    } catch (Throwable thrown) {
      return otherwise;
    }
  }

  /** As {@link #value}, with null if it throws. */
  public static <T> @Nullable T orNull(Callable<T> code) {
    try {
      return call(code);
    } catch (Throwable thrown) {
      return null;
    }
  }

  /** The cause of an exception; null if there is none or {@code getCause} throws. */
  public static @Nullable Throwable cause(Throwable thrown) {
    return orNull(thrown::getCause);
  }

  /**
   * The message of an exception.
   *
   * @return null if there is none; a text with the exception's class if {@code getMessage} throws
   */
  public static @Nullable String message(Throwable thrown) {
    try {
      return call(thrown::getMessage);
    } catch (Throwable hostile) {
      return unreadable(hostile);
    }
  }

  /** The frames of an exception; none if {@code getStackTrace} throws or has none to give. */
  public static StackTraceElement[] stack(Throwable thrown) {
    StackTraceElement[] frames = orNull(thrown::getStackTrace);
    return frames == null || Arrays.asList(frames).contains(null) ? NONE : frames;
  }

  /** Whether the text of a value runs no code of the application's. */
  public static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof Boolean
        || value instanceof Double
        || value instanceof Character;
  }

  /** The text in place of a value that could not be read. */
  static String unreadable(Throwable thrown) {
    if (thrown instanceof TooDeep) {
      return "(unreadable: logs itself)";
    }
    String name = thrown.getClass().getName();
    return "(unreadable: "
        .concat(name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name)
        .concat(")");
  }

  private static <T> T call(Callable<T> code) throws Exception {
    Depth depth = DEPTH.get();
    if (depth.calls >= DEEPEST) {
      throw TooDeep.INSTANCE;
    }
    boolean interrupted = Thread.currentThread().isInterrupted();
    depth.calls++;
    try {
      return code.call();
    } finally {
      depth.calls--; // first, and without a call: the stack may have no room for one
      if (interrupted && !Thread.currentThread().isInterrupted()) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Calls of one thread that are under way. */
  private static final class Depth {
    private int calls;
  }

  /** Code is not called any more. */
  private static final class TooDeep extends Exception {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("StaticAssignmentOfThrowable") // without a stack trace
    static final TooDeep INSTANCE = new TooDeep();

    private TooDeep() {
      super(null, null, false, false);
    }
  }
}
