package io.sidelight.instrumentation.jbosslog;

import io.sidelight.event.Level;
import io.sidelight.instrumentation.jul.Levels;
import io.sidelight.log.Verbosity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The least level of a logger that is written, or kept, on this thread. */
final class Thresholds {

  private static final int OFF = Integer.MAX_VALUE;

  /** {@code FINER}, and JBoss's {@code TRACE}. */
  private static final int BELOW_DEBUG = 400;

  private static final List<Level> ASCENDING =
      List.of(Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR);

  private Thresholds() {}

  /**
   * @param own what the logger is set to
   */
  static int of(String logger, int own) {
    if (isOwn(logger, null, BELOW_DEBUG, own)) {
      return own;
    }
    for (Level level : ASCENDING) {
      int value = Levels.value(level);
      if (isOwn(logger, level, value, own)) {
        return own;
      }
      Verbosity.Verdict verdict = Verbosity.of(logger, level, enabled(value, own));
      if (verdict == Verbosity.Verdict.OPEN || verdict == Verbosity.Verdict.KEPT) {
        return value;
      }
    }
    return own == OFF || own > Levels.value(Level.ERROR) ? own : OFF;
  }

  static boolean enabled(int level, int own) {
    return level >= own && own != OFF;
  }

  private static boolean isOwn(String logger, @Nullable Level level, int value, int own) {
    return enabled(value, own) && Verbosity.of(logger, level, true) == Verbosity.Verdict.OWN;
  }
}
