package io.sidelight.instrumentation.servlet;

import jakarta.servlet.ServletRequest;
import net.bytebuddy.asm.Advice;

/** After {@code AsyncContextImpl.init}, on the thread of the servlet, see {@link GrizzlyAsync}. */
final class AsyncStartAdvice {

  private AsyncStartAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.Argument(0) ServletRequest request) {
    RequestTrack track = RequestTrack.of(request);
    if (track != null) {
      track.goesOnAsynchronously();
    }
  }
}
