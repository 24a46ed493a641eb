package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Authentication;
import org.eclipse.jetty.server.Request;

/**
 * After {@code Request.setAuthentication}, and {@code login}, which does without: somebody may have
 * logged in.
 */
final class AuthenticationAdvice {

  private AuthenticationAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Request request) {
    if (request.getAuthentication() instanceof Authentication.User) {
      JettyExchange.identify(request);
    }
  }
}
