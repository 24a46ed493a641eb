package io.sidelight.tests.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import org.apache.juli.OneLineFormatter;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** {@code java.util.logging} behind SLF4J, with the formatter that Tomcat sets up. */
final class JuliLogs extends JulLogs {

  @Override
  Formatter formatter() {
    OneLineFormatter formatter = new OneLineFormatter();
    formatter.setTimeFormat("HH:mm:ss.SSS '[{request_id}] [{user_id}]'");
    return formatter;
  }

  @Override
  public void logHostile(String logger, String message) {
    super.logHostile(logger, message);
    FluentLines.logHostile(logger, message);
  }

  @Override
  public void log(Line line) {
    List<Object> arguments = new ArrayList<>(line.arguments());
    if (line.thrown() != null) {
      arguments.add(line.thrown());
    }
    LoggerFactory.getLogger(line.logger())
        .atLevel(Level.valueOf(line.level()))
        .log(line.message(), arguments.toArray());
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    return LoggerFactory.getLogger(logger).isEnabledForLevel(Level.valueOf(level));
  }

  @Override
  public String get(String key) {
    return MDC.get(key);
  }
}
