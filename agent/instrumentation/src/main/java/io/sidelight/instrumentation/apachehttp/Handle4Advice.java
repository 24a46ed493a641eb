package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around what an exchange of HttpAsyncClient is told by an I/O thread, from where the application's
 * producer and consumer are called.
 */
final class Handle4Advice {

  private Handle4Advice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This Object handler) {
    AsyncCall call = AsyncCall.OPEN.get(handler);
    return call == null ? null : call.resume();
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object entered) {
    AsyncCall.leave(entered);
  }
}
