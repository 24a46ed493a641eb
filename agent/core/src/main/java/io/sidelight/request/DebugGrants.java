package io.sidelight.request;

import io.sidelight.config.CidrBlock;
import io.sidelight.config.Config;
import io.sidelight.config.Options;
import io.sidelight.debug.DebugTokens;
import io.sidelight.event.Audit;
import io.sidelight.exchange.ServerExchange;
import io.sidelight.output.EventLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may have DEBUG for one request: who brings a valid token, or who sends {@code 1} from an
 * address in {@code debug.from}. The address is that of the connection, whatever headers say.
 *
 * <p>Every grant is audited; a refusal once a minute for each peer. What was sent is never written.
 * Thread-safe.
 */
final class DebugGrants {

  private static final String ACTION = "debug_request";
  private static final String BY_ADDRESS = "1";

  private final EventLog log;
  private final String header;
  private final List<CidrBlock> from;

  /** Null when there is no secret. */
  private final @Nullable DebugTokens tokens;

  private final RefusedPeers refused = new RefusedPeers(System::nanoTime);

  DebugGrants(EventLog log, Config config) {
    this.log = log;
    header = config.get(Options.DEBUG_HEADER);
    from = config.get(Options.DEBUG_FROM);
    String secret = config.get(Options.DEBUG_SECRET);
    tokens = secret.isEmpty() ? null : new DebugTokens(secret);
  }

  /** Puts a request in DEBUG if it asks for it and may. */
  void decide(RequestScope scope, ServerExchange exchange) {
    String value = exchange.header(header);
    if (value == null) {
      return;
    }
    String peer = exchange.peer();
    if (exchange.headerCount(header) != 1) {
      refuse(scope, peer, "repeated");
    } else if (value.equals(BY_ADDRESS)) {
      decideByAddress(scope, peer);
    } else {
      decideByToken(scope, peer, value);
    }
  }

  private void decideByAddress(RequestScope scope, @Nullable String peer) {
    for (CidrBlock block : from) {
      if (block.contains(peer)) {
        allow(scope, BY_ADDRESS, Audit.allowed(ACTION, peer, "address", null));
        return;
      }
    }
    refuse(scope, peer, "address");
  }

  private void decideByToken(RequestScope scope, @Nullable String peer, String token) {
    DebugTokens.Verdict verdict =
        tokens == null ? DebugTokens.Verdict.INVALID : tokens.verify(token);
    if (verdict == DebugTokens.Verdict.VALID) {
      allow(scope, token, Audit.allowed(ACTION, peer, "token", DebugTokens.id(token)));
    } else {
      refuse(scope, peer, verdict == DebugTokens.Verdict.EXPIRED ? "expired" : "invalid");
    }
  }

  private void allow(RequestScope scope, String value, Audit audit) {
    scope.enterDebug(value);
    log.log(audit, scope);
  }

  private void refuse(RequestScope scope, @Nullable String peer, String reason) {
    long unreported = refused.report(peer);
    if (unreported >= 0) {
      log.log(Audit.refused(ACTION, peer, reason, unreported), scope);
    }
  }
}
