package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * After a read of {@code EofSensorInputStream}, which has told the entity to abort before it throws
 * what went wrong.
 */
final class ReadAdvice {

  private ReadAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Thrown @Nullable Throwable thrown) {
    if (thrown != null) {
      ClassicCall.broken(thrown);
    }
  }
}
