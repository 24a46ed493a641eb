package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.HttpRequest;

/**
 * After the constructor of {@code AsyncExecChain.Scope}: the first one of a call is made by the
 * client as soon as the application's producer has handed over its request.
 */
final class Scope5Advice {

  private Scope5Advice() {}

  @Advice.OnMethodExit
  static void exit(
      @Advice.Argument(1) HttpRoute route,
      @Advice.Argument(2) HttpRequest request,
      @Advice.Argument(5) Object runtime) {
    AsyncCall call = AsyncCall.currentAsync();
    if (call != null && call.begin(new Exchange5(request, route.getTargetHost()))) {
      AsyncCall.OPEN.put(runtime, call);
    }
  }
}
