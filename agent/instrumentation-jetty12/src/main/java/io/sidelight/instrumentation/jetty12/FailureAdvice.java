package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code ChannelCallback.failed}: a handler has failed, or Jetty refuses the request without
 * asking one. The error page is made here.
 */
final class FailureAdvice {

  private FailureAdvice() {}

  /** Returns the scope that the thread had before. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.FieldValue("_request") Request request, @Advice.Argument(0) Throwable failure) {
    JettyExchange exchange = RequestStream.exchange(request);
    if (exchange == null) {
      return RequestScope.enter(null);
    }
    exchange.failed(failure);
    return RequestScope.enter(exchange.begin());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    RequestScope.enter((RequestScope) previous);
  }
}
