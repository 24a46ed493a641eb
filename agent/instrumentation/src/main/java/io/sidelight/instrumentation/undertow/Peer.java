package io.sidelight.instrumentation.undertow;

import io.sidelight.exchange.PeerAddress;
import io.undertow.server.ServerConnection;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;

/**
 * The other end of a connection. The exchange says what {@code ProxyPeerAddressHandler} or AJP has
 * put there, and a connection with the PROXY protocol what that says; so the innermost of the
 * connections that wrap each other is asked.
 */
final class Peer {

  /** More wrappers than that are nobody's. */
  private static final int DEEPEST = 8;

  private Peer() {}

  /** Null when it is not known for sure. */
  static @Nullable String of(ServerConnection connection) {
    return of(UndertowFields.stream(connection));
  }

  /** Null when it is not known for sure. */
  static @Nullable String of(@Nullable StreamConnection stream) {
    StreamConnection inner = stream;
    for (int depth = 0; inner != null && depth < DEEPEST; depth++) {
      if (!UndertowFields.isWrapper(inner)) {
        return PeerAddress.of(inner.getPeerAddress());
      }
      inner = UndertowFields.wrapped(inner);
    }
    return null;
  }
}
