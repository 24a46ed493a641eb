package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.impl.client.RequestWrapper;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code HttpRequestExecutor.execute} of version 4, once for everything that goes over the
 * wire, after the application's interceptors. What is sent is the client's own copy of the request,
 * and has our headers only in here.
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
    // The clients from before 4.3 have no other part that all attempts come by.
    if (request instanceof RequestWrapper) {
      call.sendingCopyOf(((RequestWrapper) request).getOriginal());
    }
    call.sending();
    Object target = call.destination();
    if (target == null) {
      target = context.getAttribute(TARGET);
    }
    Exchange4 exchange =
        new Exchange4(request, target instanceof HttpHost ? (HttpHost) target : null);
    if (request instanceof RequestWrapper || request instanceof HttpRequestWrapper) {
      call.propagate(exchange);
    }
    return new Sent(call, exchange);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Return @Nullable HttpResponse response) {
    if (entered != null) {
      Sent sent = (Sent) entered;
      sent.exchange.written();
      if (response != null) {
        sent.call.answered(response.getStatusLine().getStatusCode());
      }
    }
  }

  /** One request on its way. */
  private static final class Sent {

    final ClassicCall call;
    final ApacheExchange exchange;

    Sent(ClassicCall call, ApacheExchange exchange) {
      this.call = call;
      this.exchange = exchange;
    }
  }
}
