package io.sidelight.log;

import java.lang.StackWalker.StackFrame;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a layout renders lines for another one, found on the stack of the calling thread.
 *
 * <p>It costs microseconds: callers ask once for each layout.
 */
public final class Callers {

  private static final StackWalker WALKER =
      AccessController.doPrivileged(
          (PrivilegedAction<StackWalker>)
              () -> StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE));

  private final Class<?> own;
  private final Class<?> outermost;
  private final Class<?>[] renders;

  /**
   * @param own class of the layout that is running
   * @param outermost type of what calls the outermost layout: an appender or handler
   * @param renders types of layouts
   */
  public Callers(Class<?> own, Class<?> outermost, Class<?>... renders) {
    this.own = own;
    this.outermost = outermost;
    this.renders = renders;
  }

  /**
   * The layout that waits for the one that is running.
   *
   * @param transparent start of the names of layouts that return what they are given, null for none
   * @return null if it is the outermost
   */
  public @Nullable Class<?> layoutAbove(@Nullable String transparent) {
    return WALKER.walk(frames -> first(frames, transparent));
  }

  private @Nullable Class<?> first(Stream<StackFrame> frames, @Nullable String transparent) {
    for (Iterator<StackFrame> each = frames.iterator(); each.hasNext(); ) {
      Class<?> caller = each.next().getDeclaringClass();
      if (isLayout(caller)) {
        if (transparent == null || !caller.getName().startsWith(transparent)) {
          return caller;
        }
      } else if (outermost.isAssignableFrom(caller)) {
        return null;
      }
    }
    return null;
  }

  private boolean isLayout(Class<?> caller) {
    if (caller.isAssignableFrom(own)) {
      return false; // methods that the layout itself has inherited
    }
    for (Class<?> type : renders) {
      if (type.isAssignableFrom(caller)) {
        return true;
      }
    }
    return false;
  }
}
