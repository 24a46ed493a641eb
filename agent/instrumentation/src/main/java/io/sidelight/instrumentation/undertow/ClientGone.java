package io.sidelight.instrumentation.undertow;

import io.undertow.server.HttpServerExchange;

/** Tells whether a client did not wait for the end of its request. */
final class ClientGone {

  private ClientGone() {}

  /** To be asked when the exchange completes, before its connection is closed on purpose. */
  static boolean during(HttpServerExchange exchange) {
    return !exchange.isResponseComplete() || !exchange.getConnection().isOpen();
  }
}
