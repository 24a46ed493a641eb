package io.sidelight.request;

import io.sidelight.library.LibraryNames;
import java.util.Iterator;

/**
 * Recognises on a stack that something is being set up which will outlive the request: a class, a
 * servlet, a singleton, a value that is computed once for everybody, or an object that makes its
 * own threads in its constructor.
 */
final class SettingUp {

  /** How far down the stack is looked at: a few microseconds. */
  private static final int DEPTH = 96;

  /** A constructor further away has rather begun the work than an object of its own. */
  private static final int DEPTH_OF_CONSTRUCTORS = 16;

  private SettingUp() {}

  /**
   * @param frame the first one to look at
   * @param frames those below it
   */
  static boolean isUnder(StackWalker.StackFrame frame, Iterator<StackWalker.StackFrame> frames) {
    boolean found = is(frame, 0);
    for (int depth = 1; !found && depth <= DEPTH && frames.hasNext(); depth++) {
      found = is(frames.next(), depth);
    }
    return found;
  }

  private static boolean is(StackWalker.StackFrame frame, int depth) {
    String className = frame.getClassName();
    String method = frame.getMethodName();
    switch (method) {
      case "<clinit>":
        return true;
      case "<init>":
        return depth < DEPTH_OF_CONSTRUCTORS
            && !className.startsWith("java.") // a task of an executor's, for one
            && !isThreadConstructor(frame);
      case "computeIfAbsent":
        return className.startsWith("java.util.");
      default:
        return method.endsWith("$lzycompute") || isOfLibrary(className, method);
    }
  }

  private static boolean isOfLibrary(String className, String method) {
    return LibraryNames.get().setsUp(className, method);
  }

  /** Whether this is the constructor of a subclass of {@link Thread}. */
  static boolean isThreadConstructor(StackWalker.StackFrame frame) {
    if (!frame.getMethodName().equals("<init>")) {
      return false;
    }
    try {
      return Thread.class.isAssignableFrom(frame.getDeclaringClass());
    } catch (UnsupportedOperationException e) {
      return true; // without the classes: rather a thread more that inherits until its request ends
    }
  }
}
