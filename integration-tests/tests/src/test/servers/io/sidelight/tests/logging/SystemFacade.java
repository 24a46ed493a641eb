package io.sidelight.tests.logging;

import java.lang.System.Logger;

/** Lines by {@code System.Logger} of the JDK, whatever is behind it. */
final class SystemFacade implements Facade {

  @Override
  public void log(Line line) {
    Logger logger = System.getLogger(line.logger());
    Logger.Level level = level(line.level());
    String filled = line.filled();
    if (line.thrown() != null) {
      logger.log(level, filled, line.thrown());
    } else if (line.arguments().isEmpty() || filled.contains("{}")) {
      logger.log(level, filled); // SLF4J's bridge would put the arguments into braces that are left
    } else {
      logger.log(level, line.numbered(), line.arguments().toArray());
    }
  }

  @Override
  public void logHostile(String logger, String message) {
    Logger of = System.getLogger(logger);
    of.log(Logger.Level.DEBUG, message + "throws {0}", Hostile.THROWS);
    of.log(Logger.Level.DEBUG, message + "endless {0} {1}", Hostile.ENDLESS, 1);
    of.log(Logger.Level.DEBUG, message + "exception", new Hostile.Failure());
    of.log(Logger.Level.DEBUG, Hostile::supply);
    of.log(Logger.Level.DEBUG, Hostile::supply, new Hostile.Failure());
    of.log(Logger.Level.DEBUG, Hostile.ENDLESS);
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    return System.getLogger(logger).isLoggable(level(level));
  }

  private static Logger.Level level(String level) {
    return level.equals("WARN") ? Logger.Level.WARNING : Logger.Level.valueOf(level);
  }
}
