package io.sidelight.instrumentation.okhttp;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;

/**
 * {@code RealWebSocket}: a message has come. The thread of the call that opened the web socket
 * reads from it as long as it is open; once the request of the call is complete, what comes has
 * nothing to do with that any more.
 */
final class WebSocketAdvice {

  private WebSocketAdvice() {}

  @Advice.OnMethodEnter
  static void enter() {
    RequestScope scope = RequestScope.current();
    if (scope != null && scope.isFinished()) {
      RequestScope.enter(null); // AsyncCallAdvice leaves it in any case
    }
  }
}
