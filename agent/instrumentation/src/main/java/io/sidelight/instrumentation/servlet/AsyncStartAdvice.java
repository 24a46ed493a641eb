package io.sidelight.instrumentation.servlet;

import io.sidelight.weaver.Advice;
import jakarta.servlet.ServletRequest;

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
