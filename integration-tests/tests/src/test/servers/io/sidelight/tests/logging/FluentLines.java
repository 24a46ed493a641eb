package io.sidelight.tests.logging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MarkerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Lines by the fluent API of SLF4J 2. */
final class FluentLines {

  private FluentLines() {}

  static void logHostile(String logger, String message) {
    Logger of = LoggerFactory.getLogger(logger);
    of.atDebug().addArgument(() -> Hostile.supply()).log(message + "argument {}");
    of.atDebug().addKeyValue("order", () -> Hostile.supply()).log(message + "key-value");
    of.atDebug().addKeyValue("order", Hostile.ENDLESS).log(message + "endless key-value");
    of.atDebug().setMessage(() -> Hostile.supply()).addKeyValue("about", message).log();
    of.atDebug().addKeyValue("about", message).log(() -> Hostile.supply());
    of.atDebug().setCause(new Hostile.Failure()).log(message + "exception");
  }

  static void log(Line line) {
    LoggingEventBuilder builder =
        LoggerFactory.getLogger(line.logger())
            .atLevel(Level.valueOf(line.level()))
            .setMessage(line.message());
    line.arguments().forEach(builder::addArgument);
    line.keyValues().forEach(builder::addKeyValue);
    if (line.thrown() != null) {
      builder.setCause(line.thrown());
    }
    if (line.marker() != null) {
      builder.addMarker(MarkerFactory.getMarker(line.marker()));
    }
    builder.log();
  }
}
