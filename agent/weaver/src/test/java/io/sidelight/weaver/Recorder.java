package io.sidelight.weaver;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What advice has seen. Of the agent's loader, so one for all plugin class loaders. */
public final class Recorder {

  /** What advice throws when it is to fail fatally. */
  @SuppressWarnings("StaticAssignmentOfThrowable") // recognised by identity
  public static final OutOfMemoryError FATAL = new OutOfMemoryError("of the test");

  private static final List<List<Object>> CALLS = new CopyOnWriteArrayList<>();

  private Recorder() {}

  /** Called by advice. */
  public static void record(@Nullable Object... call) {
    CALLS.add(Arrays.asList(call));
  }

  static List<List<Object>> calls() {
    return CALLS;
  }

  static void clear() {
    CALLS.clear();
  }
}
