package io.sidelight.instrumentation.logback;

import ch.qos.logback.core.spi.FilterReply;
import io.sidelight.log.Verbosity;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After an appender's filters: no appender takes a line that is kept. */
final class FilterAdvice {

  private FilterAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable FilterReply exit() {
    return Verbosity.isActive() && FluentLogAdvice.isKept() ? FilterReply.DENY : null;
  }
}
