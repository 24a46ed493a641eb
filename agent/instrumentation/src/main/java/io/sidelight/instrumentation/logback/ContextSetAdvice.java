package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.spi.LoggingEvent;
import io.sidelight.log.RequestContext;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code LoggingEvent.setMDCPropertyMap}, which refuses an event that has been asked for its
 * context.
 */
final class ContextSetAdvice {

  private ContextSetAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This LoggingEvent event) {
    return EventContext.clear(event);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.This LoggingEvent event, @Advice.Enter @Nullable Object before) {
    if (before != null) {
      EventContext.set(event, (RequestContext) before);
    }
  }
}
