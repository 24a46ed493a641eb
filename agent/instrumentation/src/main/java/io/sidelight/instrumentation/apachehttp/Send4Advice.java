package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.Advice;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.impl.client.RequestWrapper;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code HttpRequestExecutor.execute} of version 4, once for everything that goes over the
 * wire. The clients from before 4.3 have no other part that all attempts come by.
 */
final class Send4Advice {

  private static final String TARGET = "http.target_host";

  private Send4Advice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.Argument(0) HttpRequest request, @Advice.Argument(2) HttpContext context) {
    ClassicCall call = ClassicCall.currentClassic();
    if (call == null || "CONNECT".equals(request.getRequestLine().getMethod())) {
      return null;
    }
    if (request instanceof RequestWrapper) {
      Object target = context.getAttribute(TARGET);
      call.sendingCopyOf(((RequestWrapper) request).getOriginal());
      call.propagate(new Exchange4(request, target instanceof HttpHost ? (HttpHost) target : null));
    }
    call.sending();
    return call;
  }

  @Advice.OnMethodExit
  static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Return @Nullable HttpResponse response) {
    ClassicCall call = (ClassicCall) entered;
    if (call != null && response != null) {
      call.answered(response.getStatusLine().getStatusCode());
    }
  }
}
