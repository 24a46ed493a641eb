package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.Advice;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * After {@code generateRequest} of an exchange of HttpAsyncClient: what it returns, the client's
 * own copy, goes over the wire.
 */
final class SendAsync4Advice {

  private SendAsync4Advice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Object handler, @Advice.Return @Nullable HttpRequest request) {
    AsyncCall call = AsyncCall.OPEN.get(handler);
    if (call == null || !(request instanceof HttpRequestWrapper)) {
      return;
    }
    call.tunnelling("CONNECT".equals(request.getRequestLine().getMethod()));
    if (!call.isTunnelling()) {
      call.sendingCopyOf(((HttpRequestWrapper) request).getOriginal());
      call.sending();
      call.propagate(new Exchange4(request, (HttpHost) call.destination()));
    }
  }
}
