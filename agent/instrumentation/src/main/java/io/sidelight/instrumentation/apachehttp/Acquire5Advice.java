package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around {@code InternalExecRuntime.acquireEndpoint}: a connection is asked for. */
final class Acquire5Advice {

  private Acquire5Advice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter() {
    ClassicCall call = ClassicCall.currentClassic();
    if (call != null) {
      call.connecting();
    }
    return call;
  }

  @Advice.OnMethodExit
  static void exit(@Advice.Enter @Nullable Object entered, @Advice.This Object runtime) {
    if (entered != null) {
      ((ClassicCall) entered).holding(runtime);
    }
  }
}
