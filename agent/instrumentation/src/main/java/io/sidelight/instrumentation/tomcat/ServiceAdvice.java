package io.sidelight.instrumentation.tomcat;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/** Around {@code CoyoteAdapter.service}: the request begins, and this thread works for it. */
final class ServiceAdvice {

  private ServiceAdvice() {}

  /** Returns the scope that the thread had before, null as a rule. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.Argument(0) Request request, @Advice.Argument(1) Response response) {
    return RequestScope.enter(TomcatExchange.begin(request, response).scope());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous, @Advice.Argument(0) Request request) {
    RequestScope.enter((RequestScope) previous);
    TomcatExchange exchange = TomcatExchange.of(request);
    if (exchange != null) {
      exchange.left();
    }
  }
}
