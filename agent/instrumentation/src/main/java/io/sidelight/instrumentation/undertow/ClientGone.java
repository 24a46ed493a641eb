package io.sidelight.instrumentation.undertow;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.protocol.http2.Http2ServerConnection;

/** Tells whether a client did not wait for the end of its request. */
final class ClientGone {

  private ClientGone() {}

  /**
   * To be asked when the exchange completes, before its connection is closed on purpose.
   *
   * <p>Over HTTP/2 the stream is asked and not the connection: a client may close that as soon as
   * it has the end of the response, and the thread that completes the request may come later.
   */
  static boolean during(HttpServerExchange exchange) {
    if (!exchange.isResponseComplete()) {
      return true;
    }
    ServerConnection connection = exchange.getConnection();
    return connection instanceof Http2ServerConnection
        ? UndertowFields.isReset((Http2ServerConnection) connection)
        : !connection.isOpen() && !isKnownToBeSent(exchange);
  }

  /**
   * A connection is also closed because the rest of a request could not be read. An empty response
   * tells nothing: its length is written down whether it could be sent or not.
   */
  private static boolean isKnownToBeSent(HttpServerExchange exchange) {
    long sent = exchange.getResponseBytesSent();
    return sent > 0 && HeaderLookup.contentLength(exchange.getResponseHeaders()) == sent;
  }
}
