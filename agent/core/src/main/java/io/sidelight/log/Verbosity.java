package io.sidelight.log;

import io.sidelight.config.Config;
import io.sidelight.config.Options;
import io.sidelight.event.ApplicationLine;
import io.sidelight.event.Level;
import io.sidelight.exchange.GuardedCall;
import io.sidelight.output.Levels;
import io.sidelight.request.KeptLines;
import io.sidelight.request.LevelOverrides;
import io.sidelight.request.RequestScope;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which lines the application's loggers write beyond what they are set to, or of that: because a
 * request is in DEBUG, because {@code sidelight.level.<logger>} says so, or because DEBUG lines are
 * kept until it is known whether their request fails. The loggers themselves are left as they are.
 *
 * <p>Loggers are asked all the time, mostly about a line that is not written; so advice looks at
 * {@link #isActive} first, which is the read of a field. Thread-safe.
 */
public final class Verbosity {

  /** What becomes of a line. */
  public enum Verdict {
    /** What the logger says. */
    OWN,
    /** It is written whatever the logger says. */
    OPEN,
    /** It is not written whatever the logger says. */
    CLOSED,
    /**
     * It is not written but given to {@link #keep}. The logger says that it is enabled. No line of
     * code that the agent calls for another line.
     */
    KEPT
  }

  /** In place of the text of a supplier that is not run, as nobody has asked for its line. */
  public static final String NOT_EVALUATED = "(not evaluated)";

  private static final Levels NONE = Levels.of(Level.INFO, Map.of());

  private static volatile Levels levels = NONE;
  private static volatile boolean keeping;

  private Verbosity() {}

  /** Takes over a configuration; {@link ApplicationLog} does so with its own. */
  public static void configure(Config config) {
    levels = Levels.ofLoggers(config.levels());
    keeping = config.get(Options.DEBUG_ON_FAILURE);
    LevelOverrides.byOptions(keeping || levels.hasLoggers());
  }

  /** False while every logger decides for itself. */
  public static boolean isActive() {
    return LevelOverrides.any();
  }

  /**
   * What becomes of a line that this thread is about to log.
   *
   * @param logger by its full name, empty for the root
   * @param level null for one below DEBUG
   * @param enabled what the logger says
   */
  public static Verdict of(String logger, @Nullable Level level, boolean enabled) {
    RequestScope scope = RequestScope.current();
    if (scope != null && level != null && scope.debug()) {
      return Verdict.OPEN;
    }
    Level set = levels.ofLogger(logger);
    boolean open = set == null ? enabled : level != null && level.compareTo(set) >= 0;
    if (open) {
      return set == null ? Verdict.OWN : Verdict.OPEN;
    }
    if (keeping && scope != null && level != null && !GuardedCall.isRunning()) {
      return Verdict.KEPT;
    }
    return set == null ? Verdict.OWN : Verdict.CLOSED;
  }

  /**
   * Whether a logger takes a line for enabled that is only kept: a supplier in it is not to run.
   *
   * @param enabled asks the logger, which answers what it would without keeping
   */
  public static boolean isOnlyKept(Callable<Boolean> enabled) {
    return keeping && RequestScope.current() != null && !GuardedCall.value(enabled, true);
  }

  /**
   * The text of a value in a line that is {@linkplain #isOnlyKept only kept}: what a builder makes
   * of values would throw into the application.
   *
   * @return null for a value that is left as it is
   */
  public static @Nullable Object valueOfKept(@Nullable Object value, Callable<Boolean> enabled) {
    return value == null || GuardedCall.isPlain(value) || !isOnlyKept(enabled)
        ? null
        : GuardedCall.text(value);
  }

  /** Takes the place of a supplier that is not to run. */
  public static Supplier<String> notEvaluated() {
    return () -> NOT_EVALUATED;
  }

  /**
   * Keeps a line of the verdict {@link Verdict#KEPT} with the request of this thread. The
   * application has not asked for it, so nothing comes out of here, whatever is thrown meanwhile.
   *
   * @param line makes the line; not called where none is kept
   */
  public static void keep(Callable<ApplicationLine> line) {
    RequestScope scope = RequestScope.current();
    KeptLines kept = scope == null ? null : scope.keptLines();
    if (kept == null) {
      return;
    }
    byte[] encoded =
        GuardedCall.orNull(() -> ApplicationLog.get().line(line.call(), LoggedRequest.current()));
    if (encoded == null) {
      kept.drop();
    } else {
      kept.add(encoded);
    }
  }
}
