package io.sidelight.instrumentation.jul;

import io.sidelight.weaver.AdviceOn;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for formatters. */
final class JulFormatAdvice {

  private JulFormatAdvice() {}

  /** After {@code SimpleFormatter.format}, of the JDK and of Spring Boot. */
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = {
        "java.util.logging.SimpleFormatter",
        "org.springframework.boot.logging.java.SimpleFormatter"
      },
      method = "format",
      descriptor = "(Ljava/util/logging/LogRecord;)Ljava/lang/String;",
      masks = true)
  static final class FormatAdvice {

    private FormatAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable String exit(
        @Advice.This Formatter formatter,
        @Advice.Argument(0) LogRecord record,
        @Advice.FieldValue("format") String format,
        @Advice.Return String rendered) {
      return new RenderedLine(formatter, record).ofFormat(rendered, format);
    }
  }

  /** After {@code OneLineFormatter.format} of Tomcat's JULI. */
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "org.apache.juli.OneLineFormatter",
      method = "format",
      descriptor = "(Ljava/util/logging/LogRecord;)Ljava/lang/String;",
      masks = true)
  static final class OneLineAdvice {

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
}
