package io.sidelight.output;

import io.sidelight.event.AgentWarning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong inside the agent: every failure is counted by its kind, and the first of each
 * kind becomes one {@code agent_warning} line. Failures before there is a {@link Sink} are kept for
 * it. One place for all, so that catching is one call and forgetting to tell is not possible.
 * Thread-safe; never throws, but for {@link #rethrowFatal}.
 */
public final class Diagnostics {

  private static final int KINDS = 64;
  private static final String OTHER = "other";

  private static final Map<String, Long> COUNTS = new HashMap<>();
  private static final Map<String, AgentWarning> UNTOLD = new HashMap<>();
  private static final ThreadLocal<Boolean> REPORTING = new ThreadLocal<>();
  private static @Nullable Sink sink;

  private Diagnostics() {}

  /**
   * Counts a failure, and tells it if it is the first of its kind.
   *
   * @param kind short and fixed, such as {@code redaction}; beyond 64 kinds all count as one
   * @param meaning what the user loses by it, a sentence
   * @param thrown what was caught, null when nothing was thrown
   */
  public static void report(String kind, String meaning, @Nullable Throwable thrown) {
    try {
      if (thrown != null) {
        Denial.explain(thrown);
      }
      count(kind, meaning, thrown);
      tell();
    } catch (Throwable hopeless) {
      swallowed();
    }
  }

  /** Rethrows what says that the JVM itself is in trouble, such as a stack overflow. */
  public static void rethrowFatal(Throwable thrown) {
    if (thrown instanceof VirtualMachineError) {
      throw (VirtualMachineError) thrown;
    }
  }

  /** Has warnings go to this log from now on, those kept so far first. */
  public static void attach(Sink to) {
    synchronized (COUNTS) {
      sink = to;
    }
    try {
      tell();
    } catch (Throwable hopeless) {
      swallowed();
    }
  }

  /** Failures so far by kind: a copy. */
  public static Map<String, Long> counts() {
    synchronized (COUNTS) {
      return new HashMap<>(COUNTS);
    }
  }

  /** As if nothing had happened and no log were there. For tests. */
  static void reset() {
    synchronized (COUNTS) {
      COUNTS.clear();
      UNTOLD.clear();
      sink = null;
    }
  }

  private static void count(String kind, String meaning, @Nullable Throwable thrown) {
    synchronized (COUNTS) {
      String known = COUNTS.size() < KINDS || COUNTS.containsKey(kind) ? kind : OTHER;
      Long before = COUNTS.put(known, 1L);
      if (before == null) {
        UNTOLD.put(known, AgentWarning.ofFailure(meaning, thrown));
      } else {
        COUNTS.put(known, before + 1);
      }
    }
  }

  /** Logging a warning may fail and come back here; then the warning waits for the next call. */
  private static void tell() {
    if (REPORTING.get() != null) {
      return;
    }
    Sink to;
    List<AgentWarning> warnings;
    synchronized (COUNTS) {
      if (sink == null || UNTOLD.isEmpty()) {
        return;
      }
      to = sink;
      warnings = new ArrayList<>(UNTOLD.values());
      UNTOLD.clear();
    }
    REPORTING.set(Boolean.TRUE);
    try {
      for (AgentWarning warning : warnings) {
        to.warn(warning);
      }
    } finally {
      REPORTING.remove();
    }
  }

  private static void swallowed() {
    synchronized (COUNTS) {
      Long before = COUNTS.get(OTHER);
      COUNTS.put(OTHER, before == null ? 1L : before + 1);
    }
  }

  /** Where warnings go: the log of the agent. */
  public interface Sink {

    /** Writes a warning; may be called on any thread, and may throw. */
    void warn(AgentWarning warning);
  }
}
