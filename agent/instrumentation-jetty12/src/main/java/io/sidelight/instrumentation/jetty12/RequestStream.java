package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeCarrier;
import io.sidelight.request.ScopeToken;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the exchange on the request's stream, by the means that Jetty has for it: out of sight of
 * the application, unlike an attribute, and let go of by Jetty when it recycles the channel. Passes
 * everything on.
 */
final class RequestStream extends HttpStream.Wrapper implements ScopeCarrier {

  private final JettyExchange exchange;

  private RequestStream(HttpStream wrapped, JettyExchange exchange) {
    super(wrapped);
    this.exchange = exchange;
  }

  /** Hangs an exchange on a request that has none. */
  static void attach(Request request, JettyExchange exchange) {
    request.addHttpStreamWrapper(
        stream -> carrier(stream) == null ? new RequestStream(stream, exchange) : stream);
  }

  /** Null once the request is over, and for one that is not known. */
  static @Nullable JettyExchange exchange(@Nullable Request request) {
    return exchangeOf(search(request));
  }

  static @Nullable JettyExchange exchange(HttpStream stream) {
    return exchangeOf(carrier(stream));
  }

  /** The same for advice in another class loader than the one that made the exchange. */
  static @Nullable RequestScope scope(@Nullable Request request) {
    ScopeCarrier carrier = search(request);
    return carrier == null ? null : carrier.scope();
  }

  @Override
  public @Nullable RequestScope scope() {
    return exchange.scope();
  }

  /**
   * Ends the request, whose line Jetty's own log has by now. What comes next belongs to nobody, or
   * to the next request of the connection: after an upgrade this thread goes on to the frames of a
   * WebSocket that have arrived.
   */
  @Override
  public void succeeded() {
    exchange.complete();
    ScopeToken token = RequestScope.makeCurrent(null);
    try {
      super.succeeded();
    } finally {
      token.close();
    }
  }

  private static @Nullable JettyExchange exchangeOf(@Nullable ScopeCarrier carrier) {
    return carrier instanceof RequestStream ? ((RequestStream) carrier).exchange : null;
  }

  private static @Nullable ScopeCarrier carrier(HttpStream stream) {
    HttpStream current = stream;
    while (true) {
      if (current instanceof ScopeCarrier) {
        return (ScopeCarrier) current;
      }
      if (!(current instanceof HttpStream.Wrapper)) {
        return null;
      }
      current = ((HttpStream.Wrapper) current).getWrapped();
    }
  }

  private static @Nullable ScopeCarrier search(@Nullable Request request) {
    if (request == null) {
      return null;
    }
    Search search = new Search();
    try {
      request.addHttpStreamWrapper(search);
    } catch (IllegalStateException e) {
      // The channel was recycled: the request is over.
      return null;
    }
    return search.found;
  }

  /** Looks at the stream and leaves it as it is. */
  private static final class Search implements Function<HttpStream, HttpStream> {

    private @Nullable ScopeCarrier found;

    @Override
    public HttpStream apply(HttpStream stream) {
      found = carrier(stream);
      return stream;
    }
  }
}
