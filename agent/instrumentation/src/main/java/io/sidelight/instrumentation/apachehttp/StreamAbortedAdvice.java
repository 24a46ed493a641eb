package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After the abort of an {@code EofSensorInputStream} by the application itself. */
final class StreamAbortedAdvice {

  private StreamAbortedAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Thrown @Nullable Throwable thrown) {
    ClassicCall.broken(thrown);
  }
}
