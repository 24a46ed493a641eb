package io.sidelight.instrumentation.apachehttp;

import java.util.concurrent.atomic.AtomicReference;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.conn.routing.HttpRoute;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code AbstractClientExchangeHandler.requestConnection}, where an exchange of
 * HttpAsyncClient knows its request and route for the first time.
 */
final class Connect4Advice {

  private Connect4Advice() {}

  @Advice.OnMethodEnter
  static void enter(
      @Advice.This Object handler,
      @Advice.FieldValue("requestRef") AtomicReference<HttpRequestWrapper> requests,
      @Advice.FieldValue("routeRef") AtomicReference<HttpRoute> routes) {
    HttpRoute route = routes.get();
    HttpHost target = route == null ? null : route.getTargetHost();
    AsyncCall call = AsyncCall.OPEN.get(handler);
    if (call == null) {
      call = AsyncCall.currentAsync();
      HttpRequestWrapper request = requests.get();
      if (call == null || request == null || !call.begin(exchange(request.getOriginal(), target))) {
        return;
      }
      AsyncCall.OPEN.put(handler, call);
    }
    call.destination(target);
    call.connecting();
  }

  /** A route has the default port in its host, which the application may not have written. */
  private static Exchange4 exchange(HttpRequest request, @Nullable HttpHost target) {
    Exchange4 written = new Exchange4(request, null);
    return written.host() == null ? new Exchange4(request, target) : written;
  }
}
