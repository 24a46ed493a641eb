package io.sidelight.instrumentation.log4j;

import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.jspecify.annotations.Nullable;

/** After {@code PatternLayout.toSerializable}, from which {@code toByteArray} makes its bytes. */
final class StringAdvice {

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
