package io.sidelight.output;

import io.sidelight.event.Level;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The least severe level that each logger writes. Immutable. */
public final class Levels {

  private final Level root;
  private final Map<String, Level> byLogger;

  private Levels(Level root, Map<String, Level> byLogger) {
    this.root = root;
    this.byLogger = byLogger;
  }

  /**
   * Levels of single loggers over one for the rest. A dotted logger without a level of its own has
   * that of its nearest parent: {@code com.acme} covers {@code com.acme.billing}.
   */
  public static Levels of(Level root, Map<String, Level> byLogger) {
    return new Levels(root, new HashMap<>(byLogger));
  }

  /**
   * The same without a level for the rest.
   *
   * @param levels by logger; the one of "" is left out
   */
  public static Levels ofLoggers(Map<String, Level> levels) {
    Map<String, Level> byLogger = new HashMap<>(levels);
    byLogger.remove("");
    return new Levels(Level.INFO, byLogger);
  }

  /** Whether any logger has a level of its own. */
  public boolean hasLoggers() {
    return !byLogger.isEmpty();
  }

  /** The level of a logger. */
  public Level of(String logger) {
    Level level = ofLogger(logger);
    return level == null ? root : level;
  }

  /** The level of a logger or of its nearest parent that has one, null if none has. */
  public @Nullable Level ofLogger(String logger) {
    if (byLogger.isEmpty()) {
      return null;
    }
    for (String name = logger; ; ) {
      Level level = byLogger.get(name);
      if (level != null) {
        return level;
      }
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return null;
      }
      name = name.substring(0, dot);
    }
  }

  /** Whether a line of that severity is written for that logger. */
  public boolean enabled(String logger, Level level) {
    return level.compareTo(of(logger)) >= 0;
  }
}
