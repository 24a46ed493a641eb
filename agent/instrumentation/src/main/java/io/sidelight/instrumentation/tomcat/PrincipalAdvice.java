package io.sidelight.instrumentation.tomcat;

import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Request;

/**
 * After {@code setUserPrincipal} of the connector's request, through which every authenticator,
 * {@code request.login} and AJP tell who the user is.
 */
final class PrincipalAdvice {

  private PrincipalAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Request request) {
    org.apache.coyote.Request coyote = request.getCoyoteRequest();
    TomcatExchange exchange = coyote == null ? null : TomcatExchange.of(coyote);
    if (exchange != null) {
      exchange.authenticated();
    }
  }
}
