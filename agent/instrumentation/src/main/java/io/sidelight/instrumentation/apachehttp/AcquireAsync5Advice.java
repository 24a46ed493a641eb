package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;

/** Before {@code acquireEndpoint} of an asynchronous exec runtime: a connection is asked for. */
final class AcquireAsync5Advice {

  private AcquireAsync5Advice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This Object runtime) {
    AsyncCall call = AsyncCall.OPEN.get(runtime);
    if (call != null) {
      call.connecting();
    }
  }
}
