package io.sidelight.instrumentation.log4j;

import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.jspecify.annotations.Nullable;

/** After {@code PatternLayout.toText}, from which {@code encode} makes its bytes. */
final class TextAdvice {

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
