package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;

/** Before {@code RedirectLocations.add}: the client goes where it was told to, once for each. */
final class Redirect5Advice {

  private Redirect5Advice() {}

  @Advice.OnMethodEnter
  static void enter() {
    ApacheCall call = ApacheCall.current();
    if (call != null) {
      call.redirected();
    }
  }
}
