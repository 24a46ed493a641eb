package io.sidelight.tests.logging;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.message.SimpleMessage;

/**
 * Log4j 2 behind SLF4J 2, with its fluent API; all loggers asynchronous, and nothing allocated
 * where Log4j can do without.
 */
final class FluentLog4jLogs extends Slf4jLogs {

  @Override
  public void configure(Path work) throws IOException {
    System.setProperty("log4j2.is.webapp", "false");
    System.setProperty("log4j2.enable.threadlocals", "true");
    System.setProperty("log4j2.garbagefreeThreadContextMap", "true");
    System.setProperty(
        "Log4jContextSelector", "org.apache.logging.log4j.core.async.AsyncLoggerContextSelector");
    Log4jConfig.configure(work, "Root");
  }

  @Override
  public void logHostile(String logger, String message) {
    super.logHostile(logger, message);
    FluentLines.logHostile(logger, message);
    org.apache.logging.log4j.Logger own = LogManager.getLogger(logger);
    own.atDebug().log(() -> new SimpleMessage(Hostile.supply()));
    own.atDebug().log(message + "builder {}", () -> Hostile.supply());
  }

  @Override
  public void log(Line line) {
    if (line.keyValues().isEmpty()) {
      super.log(line);
    } else {
      FluentLines.log(line);
    }
  }
}
