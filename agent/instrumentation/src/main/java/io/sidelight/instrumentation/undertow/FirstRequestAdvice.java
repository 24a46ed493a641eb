package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import net.bytebuddy.asm.Advice;

/**
 * Before {@code ServletInitialHandler.handleFirstRequest}, which a request and each asynchronous
 * dispatch of it go through: from here on the web application can be asked.
 */
final class FirstRequestAdvice {

  private FirstRequestAdvice() {}

  @Advice.OnMethodEnter
  static void enter(
      @Advice.Argument(0) HttpServerExchange exchange,
      @Advice.Argument(1) ServletRequestContext context) {
    RequestScope scope = RequestScope.current();
    if (scope != null) {
      ServletScope.attach(exchange, scope);
      scope.application(new ServletApplication(exchange, context));
      RequestLifecycle.get().identify(scope);
    }
  }
}
