package io.sidelight.dependency.http;

import io.sidelight.config.Config;
import io.sidelight.config.HostPattern;
import io.sidelight.config.Options;
import io.sidelight.exchange.ClientExchange;
import io.sidelight.request.RequestScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of the agent on requests that the application sends. */
final class Propagation {

  private Propagation() {}

  /**
   * Adds the request ID, and what put the request in DEBUG, each unless the exchange has one
   * already, is signed, or goes to a host that is not to know it.
   */
  static void addHeaders(ClientExchange exchange, RequestScope scope, Config config) {
    String idHeader = config.get(Options.REQUEST_ID_HEADER);
    String debug = scope.debugHeader();
    boolean wantsId = exchange.header(idHeader) == null;
    if (!wantsId && debug == null) {
      return;
    }
    String host = HttpCall.host(exchange);
    boolean id = wantsId && isAmong(config.get(Options.REQUEST_ID_FORWARD), host);
    String forwarded =
        debug != null && isAmong(config.get(Options.DEBUG_FORWARD), host) ? debug : null;
    if ((!id && forwarded == null) || SignedRequest.isSigned(exchange)) {
      return;
    }
    if (id) {
      exchange.setHeader(idHeader, scope.requestId());
    }
    addDebug(exchange, config.get(Options.DEBUG_HEADER), forwarded);
  }

  private static void addDebug(
      ClientExchange exchange, String debugHeader, @Nullable String forwarded) {
    if (forwarded != null && exchange.header(debugHeader) == null) {
      exchange.setHeader(debugHeader, forwarded);
    }
  }

  /**
   * @param host in lower case
   */
  private static boolean isAmong(List<HostPattern> patterns, String host) {
    for (HostPattern pattern : patterns) {
      if (pattern.matches(host)) {
        return true;
      }
    }
    return false;
  }
}
