package io.sidelight.instrumentation.jul;

import io.sidelight.event.Level;
import org.jspecify.annotations.Nullable;

/** Levels of {@code java.util.logging}, which has seven and lets anybody add more, as ours. */
public final class Levels {

  private static final int ERROR = 1000;
  private static final int WARN = 900;
  private static final int INFO = 800;
  private static final int DEBUG = 500;

  private Levels() {}

  /**
   * Returns the level that a number stands for.
   *
   * @param value as {@code Level.intValue} has it; what is between two levels is the lower one
   * @return null for one below DEBUG, which is {@code FINE}
   */
  public static @Nullable Level of(int value) {
    if (value >= INFO) {
      return value >= ERROR ? Level.ERROR : value >= WARN ? Level.WARN : Level.INFO;
    }
    return value >= DEBUG ? Level.DEBUG : null;
  }

  /** The least value that is of a level. */
  public static int value(Level level) {
    switch (level) {
      case ERROR:
        return ERROR;
      case WARN:
        return WARN;
      case INFO:
        return INFO;
      default:
        return DEBUG;
    }
  }
}
