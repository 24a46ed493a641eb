package io.sidelight.tests.logging;

import org.slf4j.LoggerFactory;

/** Logback 1.3 and newer: lines with key-values go through the fluent API of SLF4J 2. */
final class FluentLogbackLogs extends LogbackLogs {

  @Override
  public void logHostile(String logger, String message) {
    super.logHostile(logger, message);
    FluentLines.logHostile(logger, message);
    LoggerFactory.getLogger(logger)
        .atInfo()
        .addKeyValue("order", Hostile.ENDLESS)
        .log(message + "written");
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
