package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.NewThreads;
import io.sidelight.weaver.LibraryInstrumentation;

/**
 * Join points read in the sources of JDK 11, 17 and 25, those of {@code ForkJoinPool} in 21 too.
 * Seven classes, woven when the application first uses them.
 */
public final class ConcurrentInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "concurrent";
  public static final String SWITCH_HELP =
      "Whether work that a request hands to other threads stays part of it.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public void switched(boolean on) {
    NewThreads.follow(on);
  }
}
