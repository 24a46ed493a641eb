package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code ChannelResponse.failed}: what was written did not go out, and the writer is told.
 */
final class WriteFailureAdvice {

  private WriteFailureAdvice() {}

  /** Returns the scope that the thread had before. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.This Response response, @Advice.Argument(0) @Nullable Throwable thrown) {
    JettyExchange exchange = RequestStream.exchange(response.getRequest());
    if (exchange != null) {
      exchange.writeFailed(thrown);
    }
    return Threads.enter(response.getRequest());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
