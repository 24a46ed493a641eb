package io.sidelight.logging;

import ch.qos.logback.classic.Level;
import java.util.logging.Logger;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.slf4j.LoggerFactory;

/** The libraries, each by the API that most applications use it with. */
final class DebugLoggers {

  private static final String NAME = "shop.Orders";

  private DebugLoggers() {}

  /**
   * @throws IllegalArgumentException if the library is unknown
   */
  static DebugLogger of(String library) {
    return switch (library) {
      case "logback" -> new LogbackLogger();
      case "log4j" -> new Log4jLogger();
      case "jul" -> new JulLogger();
      default -> throw new IllegalArgumentException(library);
    };
  }

  private static final class LogbackLogger implements DebugLogger {

    private final org.slf4j.Logger logger = LoggerFactory.getLogger(NAME);

    LogbackLogger() {
      ((ch.qos.logback.classic.Logger) logger).setLevel(Level.INFO);
    }

    @Override
    public boolean isEnabled() {
      return logger.isDebugEnabled();
    }

    @Override
    public void log(String message) {
      logger.debug(message);
    }

    @Override
    public void log(String message, Object argument) {
      logger.debug(message, argument);
    }
  }

  private static final class Log4jLogger implements DebugLogger {

    private final org.apache.logging.log4j.Logger logger = LogManager.getLogger(NAME);

    Log4jLogger() {
      Configurator.setLevel(NAME, org.apache.logging.log4j.Level.INFO);
    }

    @Override
    public boolean isEnabled() {
      return logger.isDebugEnabled();
    }

    @Override
    public void log(String message) {
      logger.debug(message);
    }

    @Override
    public void log(String message, Object argument) {
      logger.debug(message, argument);
    }
  }

  private static final class JulLogger implements DebugLogger {

    private final Logger logger = Logger.getLogger(NAME);

    JulLogger() {
      logger.setLevel(java.util.logging.Level.INFO);
    }

    @Override
    public boolean isEnabled() {
      return logger.isLoggable(java.util.logging.Level.FINE);
    }

    @Override
    public void log(String message) {
      logger.log(java.util.logging.Level.FINE, message);
    }

    @Override
    public void log(String message, Object argument) {
      logger.log(java.util.logging.Level.FINE, message, argument);
    }
  }
}
