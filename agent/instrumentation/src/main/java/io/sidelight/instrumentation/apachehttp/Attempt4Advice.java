package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.conn.routing.HttpRoute;

/**
 * Before {@code execute} of the innermost part of the chain, which gets a connection for the
 * client's own copy of the request.
 */
final class Attempt4Advice {

  private Attempt4Advice() {}

  @Advice.OnMethodEnter
  static void enter(
      @Advice.Argument(0) HttpRoute route, @Advice.Argument(1) HttpRequestWrapper request) {
    ClassicCall call = ClassicCall.currentClassic();
    if (call != null) {
      call.sendingCopyOf(request.getOriginal());
      call.connecting();
      call.destination(route.getTargetHost());
    }
  }
}
