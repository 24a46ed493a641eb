package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code ChannelResponse.succeeded}, by which the writer is told that its bytes are on their
 * way, on a thread of the connection: over HTTP/2 one that has just written for another request.
 */
final class WrittenAdvice {

  private WrittenAdvice() {}

  /** Returns the scope that the thread had before. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This Response response) {
    return Threads.enter(response.getRequest());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
