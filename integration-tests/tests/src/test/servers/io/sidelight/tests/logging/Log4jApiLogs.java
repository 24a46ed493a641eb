package io.sidelight.tests.logging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.message.StringMapMessage;

/** Log4j 2 by its own API, with an asynchronous root logger and events that are used again. */
final class Log4jApiLogs implements Logs {

  @Override
  public void configure(Path work) throws IOException {
    System.setProperty("log4j2.is.webapp", "false");
    System.setProperty("log4j2.enable.threadlocals", "true");
    Log4jConfig.configure(work, "AsyncRoot");
  }

  @Override
  public void log(Line line) {
    if (line.keyValues().isEmpty()) {
      write(line);
      return;
    }
    if ("MAP".equals(line.marker())) {
      StringMapMessage message = new StringMapMessage().with("message", line.message());
      line.keyValues().forEach((key, value) -> message.with(key, value.toString()));
      LogManager.getLogger(line.logger()).info(message);
      return;
    }
    try (CloseableThreadContext.Instance context = CloseableThreadContext.push("ndc")) {
      line.keyValues().forEach((key, value) -> context.put(key, value.toString()));
      write(line);
    }
  }

  private static void write(Line line) {
    Logger logger = LogManager.getLogger(line.logger());
    Level level = Level.valueOf(line.level());
    List<Object> list = new ArrayList<>(line.arguments());
    if (line.thrown() != null) {
      list.add(line.thrown());
    }
    Object[] arguments = list.toArray();
    if (line.marker() != null) {
      logger.log(level, MarkerManager.getMarker(line.marker()), line.message(), arguments);
      return;
    }
    switch (arguments.length) {
      case 0 -> logger.log(level, line.message());
      case 1 -> logger.log(level, line.message(), arguments[0]);
      case 2 -> logger.log(level, line.message(), arguments[0], arguments[1]);
      case 3 -> logger.log(level, line.message(), arguments[0], arguments[1], arguments[2]);
      default -> logger.log(level, line.message(), arguments);
    }
  }

  @Override
  public void logHostile(String logger, String message) {
    Logger of = LogManager.getLogger(logger);
    of.debug(message + "throws {}", Hostile.THROWS);
    of.debug(message + "endless {} {}", Hostile.ENDLESS, 1);
    of.debug(message + "exception", new Hostile.Failure());
    of.debug(message + "supplier {}", () -> Hostile.supply());
    of.debug(() -> Hostile.supply());
    of.debug(() -> new SimpleMessage(Hostile.supply()));
    of.debug(Hostile.ENDLESS);
    of.debug(new Unreadable(message));
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    Logger of = LogManager.getLogger(logger);
    return switch (level) {
      case "DEBUG" -> of.isDebugEnabled();
      case "WARN" -> of.isWarnEnabled();
      case "ERROR" -> of.isErrorEnabled();
      default -> of.isInfoEnabled();
    };
  }

  @Override
  public void put(String key, String value) {
    ThreadContext.put(key, value);
  }

  @Override
  public void remove(String key) {
    ThreadContext.remove(key);
  }

  @Override
  public String get(String key) {
    return ThreadContext.get(key);
  }

  @Override
  public Map<String, String> context() {
    return ThreadContext.getContext();
  }

  /** A message that has more in it than it shows. */
  private static final class Unreadable extends MapMessage<Unreadable, Object> {

    private static final long serialVersionUID = 1;

    Unreadable(String text) {
      super(new HashMap<>(Map.of("order", Hostile.ENDLESS, "about", text)));
    }

    @Override
    public String getFormattedMessage() {
      throw new IllegalStateException("getFormattedMessage");
    }
  }
}
