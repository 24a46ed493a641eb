package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestLifecycle;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/** After {@code AbstractSecurityContext.authenticationComplete}: somebody has logged in. */
final class AuthenticationAdvice {

  private AuthenticationAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.FieldValue("exchange") HttpServerExchange exchange) {
    UndertowExchange known = UndertowExchange.of(exchange);
    if (known != null) {
      RequestLifecycle.get().identify(known.scope());
    }
  }
}
