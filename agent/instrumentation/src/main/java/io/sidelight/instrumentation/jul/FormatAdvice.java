package io.sidelight.instrumentation.jul;

import io.sidelight.weaver.Advice;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** After {@code SimpleFormatter.format}, of the JDK and of Spring Boot. */
final class FormatAdvice {

  private FormatAdvice() {}

  @Advice.OnMethodExit
  static @Nullable String exit(
      @Advice.This Formatter formatter,
      @Advice.Argument(0) LogRecord record,
      @Advice.FieldValue("format") String format,
      @Advice.Return String rendered) {
    return new RenderedLine(formatter, record).ofFormat(rendered, format);
  }
}
