package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;

/** After {@code Request.setAuthenticationState}: Jetty may know the user now. */
final class AuthenticationAdvice {

  private AuthenticationAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.Argument(0) Request request) {
    RequestScope scope = RequestStream.scope(request);
    if (scope != null) {
      RequestLifecycle.get().identify(scope);
    }
  }
}
