package io.sidelight.tests.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Adds to the context of a line while it is written, where the release lets it. */
public final class PutConverter extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    try {
      event.getMDCPropertyMap().put("added", "value");
      return "put";
    } catch (UnsupportedOperationException e) {
      return "refused";
    }
  }
}
