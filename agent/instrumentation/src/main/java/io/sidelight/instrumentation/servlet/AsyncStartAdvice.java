package io.sidelight.instrumentation.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import net.bytebuddy.asm.Advice;

/**
 * After {@code AsyncContextImpl.init} of GlassFish and Grizzly, which set up an {@code
 * AsyncContext} on the thread of the servlet.
 *
 * <p>Other threads can complete or dispatch the request there while the servlet still runs, which
 * the specification forbids: once it returns, the request may be another one already.
 */
final class AsyncStartAdvice {

  private AsyncStartAdvice() {}

  @Advice.OnMethodExit(inline = false)
  static void exit(@Advice.This AsyncContext context, @Advice.Argument(0) ServletRequest request) {
    RequestTrack track = RequestTrack.of(request);
    if (track != null) {
      track.followOnce(context);
    }
  }
}
