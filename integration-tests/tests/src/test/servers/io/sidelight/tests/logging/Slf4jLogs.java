package io.sidelight.tests.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** Whatever is behind SLF4J, by what SLF4J 1.7 has. */
abstract class Slf4jLogs implements Logs {

  @Override
  public void log(Line line) {
    Logger logger = LoggerFactory.getLogger(line.logger());
    List<Object> list = new ArrayList<>(line.arguments());
    if (line.thrown() != null) {
      list.add(line.thrown());
    }
    Object[] arguments = list.toArray();
    if (line.marker() != null) {
      log(logger, MarkerFactory.getMarker(line.marker()), line, arguments);
    } else if (arguments.length == 1) {
      log(logger, line, arguments[0]);
    } else if (arguments.length == 2) {
      log(logger, line, arguments[0], arguments[1]);
    } else {
      log(logger, line, arguments);
    }
  }

  private static void log(Logger logger, Marker marker, Line line, Object[] arguments) {
    switch (line.level()) {
      case "DEBUG" -> logger.debug(marker, line.message(), arguments);
      case "WARN" -> logger.warn(marker, line.message(), arguments);
      case "ERROR" -> logger.error(marker, line.message(), arguments);
      default -> logger.info(marker, line.message(), arguments);
    }
  }

  private static void log(Logger logger, Line line, Object[] arguments) {
    switch (line.level()) {
      case "DEBUG" -> logger.debug(line.message(), arguments);
      case "WARN" -> logger.warn(line.message(), arguments);
      case "ERROR" -> logger.error(line.message(), arguments);
      default -> logger.info(line.message(), arguments);
    }
  }

  private static void log(Logger logger, Line line, Object argument) {
    switch (line.level()) {
      case "DEBUG" -> logger.debug(line.message(), argument);
      case "WARN" -> logger.warn(line.message(), argument);
      case "ERROR" -> logger.error(line.message(), argument);
      default -> logger.info(line.message(), argument);
    }
  }

  private static void log(Logger logger, Line line, Object first, Object second) {
    switch (line.level()) {
      case "DEBUG" -> logger.debug(line.message(), first, second);
      case "WARN" -> logger.warn(line.message(), first, second);
      case "ERROR" -> logger.error(line.message(), first, second);
      default -> logger.info(line.message(), first, second);
    }
  }

  @Override
  public void logHostile(String logger, String message) {
    Logger of = LoggerFactory.getLogger(logger);
    of.debug(message + "throws {}", Hostile.THROWS);
    of.debug(message + "endless {} {}", Hostile.ENDLESS, 1);
    of.debug(message + "several {} {} {}", 1, Hostile.THROWS, Hostile.ENDLESS);
    of.debug(message + "exception", new Hostile.Failure());
    of.debug(message + "argument and exception {}", 1, new Hostile.Failure());
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    Logger of = LoggerFactory.getLogger(logger);
    return switch (level) {
      case "DEBUG" -> of.isDebugEnabled();
      case "WARN" -> of.isWarnEnabled();
      case "ERROR" -> of.isErrorEnabled();
      default -> of.isInfoEnabled();
    };
  }

  @Override
  public void put(String key, String value) {
    MDC.put(key, value);
  }

  @Override
  public void remove(String key) {
    MDC.remove(key);
  }

  @Override
  public String get(String key) {
    return MDC.get(key);
  }

  @Override
  public Map<String, String> context() {
    Map<String, String> copy = MDC.getCopyOfContextMap();
    return copy == null ? Map.of() : copy;
  }
}
