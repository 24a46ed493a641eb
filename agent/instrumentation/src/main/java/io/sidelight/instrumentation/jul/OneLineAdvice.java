package io.sidelight.instrumentation.jul;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code OneLineFormatter.format} of Tomcat's JULI. */
final class OneLineAdvice {

  private OneLineAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable String exit(
      @Advice.This Formatter formatter,
      @Advice.Argument(0) LogRecord record,
      @Advice.Return String rendered) {
    return new RenderedLine(formatter, record).ofDateFormat(rendered);
  }
}
