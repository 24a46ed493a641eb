package io.sidelight.instrumentation.logback;

import io.sidelight.log.RequestContext;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code LoggingEvent.getMDCPropertyMap}: on the first call, on whatever thread, Logback
 * takes the thread's context.
 */
final class ContextReadAdvice {

  private ContextReadAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("mdcPropertyMap") @Nullable Object context) {
    if (context instanceof RequestContext) {
      ((RequestContext) context).own();
    }
  }
}
