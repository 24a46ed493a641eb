package io.sidelight.instrumentation.tomcat;

import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/**
 * Before {@code CoyoteAdapter.log}, by which Tomcat logs what never reached {@code service}: a
 * request line or header that can't be read, a connector that is paused. It recycles the request at
 * its end, and that completes what is begun here.
 */
final class RefusalAdvice {

  private static final int SWITCHING_PROTOCOLS = 101;

  private RefusalAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) Request request, @Advice.Argument(1) Response response) {
    // An upgrade to HTTP/2 answers 101 here and serves the same request again as its first stream.
    if (TomcatExchange.of(request) == null && response.getStatus() != SWITCHING_PROTOCOLS) {
      TomcatExchange.begin(request, response);
    }
  }
}
