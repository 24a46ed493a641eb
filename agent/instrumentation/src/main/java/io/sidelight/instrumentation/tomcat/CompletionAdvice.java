package io.sidelight.instrumentation.tomcat;

import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Request;

/**
 * Before {@code recycle} of the connector's request, which Tomcat calls right after its access log,
 * once a request is complete, on every way that one can go.
 */
final class CompletionAdvice {

  private CompletionAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.This Request request) {
    org.apache.coyote.Request coyote = request.getCoyoteRequest();
    TomcatExchange exchange = coyote == null ? null : TomcatExchange.of(coyote);
    if (exchange != null) {
      exchange.complete(request);
    }
  }
}
