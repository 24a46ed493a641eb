package io.sidelight.instrumentation.undertow;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.protocol.http2.Http2ServerConnection;

/** Tells whether a client did not wait for the end of its request. */
final class ClientGone {

  private ClientGone() {}

  /** To be asked when the exchange completes, before its connection is closed on purpose. */
  static boolean during(HttpServerExchange exchange) {
    ServerConnection connection = exchange.getConnection();
    return !exchange.isResponseComplete()
        || !connection.isOpen()
        || (connection instanceof Http2ServerConnection
            && UndertowFields.isReset((Http2ServerConnection) connection));
  }
}
