package io.sidelight.instrumentation.tomcat;

import net.bytebuddy.asm.Advice;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/**
 * After {@code doGetSession} of the connector's request. The agent never calls it: Tomcat counts a
 * session that was asked for as used, which makes it live longer.
 */
final class SessionAdvice {

  private SessionAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Request request, @Advice.Return @Nullable Session session) {
    org.apache.coyote.Request coyote = session == null ? null : request.getCoyoteRequest();
    TomcatExchange exchange = coyote == null ? null : TomcatExchange.of(coyote);
    if (exchange != null && session != null) {
      exchange.using(session);
    }
  }
}
