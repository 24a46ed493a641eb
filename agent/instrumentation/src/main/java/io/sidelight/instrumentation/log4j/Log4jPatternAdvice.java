package io.sidelight.instrumentation.log4j;

import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.jspecify.annotations.Nullable;

/** Advice for the text that a pattern makes of an event. */
final class Log4jPatternAdvice {

  private Log4jPatternAdvice() {}

  /** After {@code PatternLayout.toSerializable}, from which {@code toByteArray} makes its bytes. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.layout.PatternLayout",
      method = "toSerializable",
      descriptor = "(Lorg/apache/logging/log4j/core/LogEvent;)Ljava/lang/String;",
      masks = true)
  static final class StringAdvice {

    private StringAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable String exit(
        @Advice.This PatternLayout layout,
        @Advice.Argument(0) LogEvent event,
        @Advice.Return String rendered) {
      return Rendered.instead(layout, event, rendered);
    }
  }

  /** After {@code PatternLayout.toText}, from which {@code encode} makes its bytes. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.layout.PatternLayout",
      method = "toText",
      descriptor =
          "(Lorg/apache/logging/log4j/core/layout/AbstractStringLayout$Serializer2;"
              + "Lorg/apache/logging/log4j/core/LogEvent;Ljava/lang/StringBuilder;)"
              + "Ljava/lang/StringBuilder;",
      masks = true)
  static final class TextAdvice {

    private TextAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable StringBuilder exit(
        @Advice.This PatternLayout layout,
        @Advice.Argument(1) LogEvent event,
        @Advice.Return StringBuilder rendered) {
      @Nullable String text = Rendered.instead(layout, event, rendered);
      if (text == null) {
        return null;
      }
      rendered.setLength(0); // it was empty before
      return rendered.append(text);
    }
  }
}
