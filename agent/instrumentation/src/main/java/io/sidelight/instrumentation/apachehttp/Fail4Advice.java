package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code AbstractClientExchangeHandler.failed}, by which some exchanges end without their
 * future being told.
 */
final class Fail4Advice {

  private Fail4Advice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.This Object handler, @Advice.Argument(0) @Nullable Exception thrown) {
    AsyncCall call = AsyncCall.OPEN.get(handler);
    if (call == null) {
      return null;
    }
    if (thrown != null) {
      call.failed(thrown);
    }
    return call.resume();
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object entered) {
    AsyncCall.leave(entered);
  }
}
