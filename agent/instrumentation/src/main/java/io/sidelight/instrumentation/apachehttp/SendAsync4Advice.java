package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * After {@code generateRequest} of an exchange of HttpAsyncClient: what it returns goes over the
 * wire. With our headers it is a copy, since the client shows its own in the context.
 */
final class SendAsync4Advice {

  private SendAsync4Advice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable HttpRequest exit(
      @Advice.This Object handler, @Advice.Return @Nullable HttpRequest request) {
    AsyncCall call = AsyncCall.OPEN.get(handler);
    if (call == null || !(request instanceof HttpRequestWrapper)) {
      return null;
    }
    call.tunnelling("CONNECT".equals(request.getRequestLine().getMethod()));
    if (call.isTunnelling()) {
      return null;
    }
    call.sendingCopyOf(((HttpRequestWrapper) request).getOriginal());
    call.sending();
    CopiedExchange4 exchange = new CopiedExchange4(request, (HttpHost) call.destination());
    call.propagate(exchange);
    return exchange.copy();
  }

  /** Copies the request before it adds a header. */
  private static final class CopiedExchange4 extends Exchange4 {

    private final HttpRequest request;
    private @Nullable HttpRequest copy;

    CopiedExchange4(HttpRequest request, @Nullable HttpHost host) {
      super(request, host);
      this.request = request;
    }

    /** Null when no header was added. */
    @Nullable HttpRequest copy() {
      return copy;
    }

    @Override
    void add(String name, String value) {
      if (copy == null) {
        copy = HttpRequestWrapper.wrap(request);
      }
      copy.setHeader(name, value);
    }
  }
}
