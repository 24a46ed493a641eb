package io.sidelight.tests.logging;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** Lines by Commons Logging, whatever is behind it. */
final class CommonsFacade implements Facade {

  @Override
  public void log(Line line) {
    Log log = LogFactory.getLog(line.logger());
    if (line.thrown() == null) {
      log(log, line.level(), line.filled());
    } else {
      log(log, line.level(), line.filled(), line.thrown());
    }
  }

  private static void log(Log log, String level, String message) {
    switch (level) {
      case "DEBUG" -> log.debug(message);
      case "WARN" -> log.warn(message);
      case "ERROR" -> log.error(message);
      default -> log.info(message);
    }
  }

  private static void log(Log log, String level, String message, Throwable thrown) {
    switch (level) {
      case "DEBUG" -> log.debug(message, thrown);
      case "WARN" -> log.warn(message, thrown);
      case "ERROR" -> log.error(message, thrown);
      default -> log.info(message, thrown);
    }
  }

  /** Texts of objects are made by this API in any case, whatever the level. */
  @Override
  public void logHostile(String logger, String message) {
    Log log = LogFactory.getLog(logger);
    log.debug(message + "throws ", new Hostile.Failure());
    log.debug(message + "endless ", new Hostile.Failure());
    log.debug(message + "exception", new Hostile.Failure());
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    Log log = LogFactory.getLog(logger);
    return switch (level) {
      case "DEBUG" -> log.isDebugEnabled();
      case "WARN" -> log.isWarnEnabled();
      case "ERROR" -> log.isErrorEnabled();
      default -> log.isInfoEnabled();
    };
  }
}
