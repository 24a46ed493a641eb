package io.sidelight.instrumentation.jdkhttp;

import java.net.http.HttpRequest;
import net.bytebuddy.asm.Advice;

/**
 * Before {@code Exchange.responseAsync}: a request is about to go out, the first one, one that
 * follows a redirect or brings credentials, or the same one again.
 */
final class AttemptAdvice {

  private AttemptAdvice() {}

  @Advice.OnMethodEnter
  static void enter(
      @Advice.FieldValue("multi") Object multiExchange,
      @Advice.FieldValue("request") Object request) {
    ClientCall call = ClientCall.of(ClientInternals.handler(multiExchange));
    if (call != null) {
      call.attempt((HttpRequest) request);
    }
  }
}
