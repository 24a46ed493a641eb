package io.sidelight.instrumentation.jul;

import io.sidelight.weaver.Advice;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** After {@code OneLineFormatter.format} of Tomcat's JULI. */
final class OneLineAdvice {

  private OneLineAdvice() {}

  @Advice.OnMethodExit
  static @Nullable String exit(
      @Advice.This Formatter formatter,
      @Advice.Argument(0) LogRecord record,
      @Advice.Return String rendered) {
    return new RenderedLine(formatter, record).ofDateFormat(rendered);
  }
}
