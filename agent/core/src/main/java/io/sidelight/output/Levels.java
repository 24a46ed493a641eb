package io.sidelight.output;

import io.sidelight.event.Level;
import java.util.HashMap;
import java.util.Map;

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

  /** The level of a logger. */
  public Level of(String logger) {
    for (String name = logger; ; ) {
      Level level = byLogger.get(name);
      if (level != null) {
        return level;
      }
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return root;
      }
      name = name.substring(0, dot);
    }
  }

  /** Whether a line of that severity is written for that logger. */
  public boolean enabled(String logger, Level level) {
    return level.compareTo(of(logger)) >= 0;
  }
}
