package io.sidelight.instrumentation.undertow;

import io.sidelight.exchange.ServerExchange;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import io.undertow.security.api.SecurityContext;
import io.undertow.security.idm.Account;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response as Undertow's core sees them. Attached to the {@code
 * HttpServerExchange}, which serves one request only, from the first advice that meets it.
 *
 * <p>Method, path and query are taken when the request begins: a forward, an error page and an
 * asynchronous dispatch change them in Undertow's exchange.
 */
final class UndertowExchange implements ServerExchange {

  private static final AttachmentKey<UndertowExchange> KEY =
      AttachmentKey.create(UndertowExchange.class);

  /** The last header that was set; it is the same one for all requests as a rule. */
  private static volatile HttpString lastHeader = Headers.SERVER;

  private final HttpServerExchange exchange;
  private final @Nullable String query;

  /**
   * Begun by {@link #begin(HttpServerExchange, boolean)}, before anybody else sees the exchange.
   */
  @SuppressWarnings("NullAway.Init")
  private RequestScope scope;

  /** Whether the protocol answers without asking the root handler. */
  private final boolean refused;

  private volatile long bytesIn;
  private UndertowFailure failure = UndertowFailure.NONE;

  private UndertowExchange(HttpServerExchange exchange, boolean refused) {
    this.exchange = exchange;
    this.refused = refused;
    this.query = RequestTarget.query(exchange);
  }

  static UndertowExchange begin(HttpServerExchange exchange) {
    return begin(exchange, false);
  }

  /** Begins a request that the protocol answers itself. */
  static UndertowExchange refuse(HttpServerExchange exchange) {
    return begin(exchange, true);
  }

  private static UndertowExchange begin(HttpServerExchange exchange, boolean refused) {
    UndertowExchange begun = new UndertowExchange(exchange, refused);
    begun.scope = RequestLifecycle.get().begin(begun);
    exchange.putAttachment(KEY, begun);
    return begun;
  }

  static @Nullable UndertowExchange of(HttpServerExchange exchange) {
    return exchange.getAttachment(KEY);
  }

  RequestScope scope() {
    return scope;
  }

  /** Headers and status are about to be sent. */
  void committing() {
    RequestLifecycle.get().committing(scope, this);
  }

  void complete() {
    if (scope.isFinished()) {
      return;
    }
    if (isUpgradeToHttp2()) {
      RequestLifecycle.get().discard(scope);
      return;
    }
    failure = UndertowFailure.of(exchange, scope.thrown());
    RequestLifecycle.get().complete(scope);
  }

  /** The same request is served again, as the first stream of the new protocol. */
  private boolean isUpgradeToHttp2() {
    return exchange.getStatusCode() == StatusCodes.SWITCHING_PROTOCOLS
        && "h2c".equals(exchange.getResponseHeaders().getFirst(Headers.UPGRADE));
  }

  void bytesIn(long bytesIn) {
    this.bytesIn = bytesIn;
  }

  @Override
  public @Nullable String method() {
    return RequestTarget.method(exchange);
  }

  @Override
  public @Nullable String path() {
    return RequestTarget.path(exchange);
  }

  @Override
  public @Nullable String query() {
    return query;
  }

  @Override
  public @Nullable String header(String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  @Override
  public int headerCount(String name) {
    return HeaderLookup.count(exchange.getRequestHeaders(), name);
  }

  @Override
  public io.sidelight.exchange.Headers headers() {
    return HeaderLookup.all(exchange.getRequestHeaders());
  }

  @Override
  public @Nullable String peer() {
    return Peer.of(exchange.getConnection());
  }

  @Override
  public @Nullable String contentType() {
    return exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
  }

  @Override
  public long contentLength() {
    return HeaderLookup.contentLength(exchange.getRequestHeaders());
  }

  @Override
  public void setHeader(String name, String value) {
    HttpString header = lastHeader;
    if (!header.equalToString(name)) {
      header = new HttpString(name);
      lastHeader = header;
    }
    exchange.getResponseHeaders().put(header, value);
  }

  @Override
  public @Nullable String responseHeader(String name) {
    return exchange.getResponseHeaders().getLast(name);
  }

  @Override
  public int responseHeaderCount(String name) {
    return HeaderLookup.count(exchange.getResponseHeaders(), name);
  }

  /** Undertow refuses to change it once the response has started. */
  @Override
  public int status() {
    return exchange.getStatusCode();
  }

  @Override
  public @Nullable String responseContentType() {
    return exchange.getResponseHeaders().getFirst(Headers.CONTENT_TYPE);
  }

  /** As {@code %B} of the access log. */
  @Override
  public long bytesOut() {
    return exchange.getResponseBytesSent();
  }

  @Override
  public long bytesIn() {
    return bytesIn;
  }

  /** With {@code RECORD_REQUEST_START_TIME} what the access log counts from, else the present. */
  @Override
  public long startNanos() {
    long start = exchange.getRequestStartTime();
    return start == -1 ? System.nanoTime() : start;
  }

  @Override
  public boolean aborted() {
    return failure.disconnected();
  }

  @Override
  public boolean refused() {
    return refused || failure.refused();
  }

  @Override
  public @Nullable Throwable thrown() {
    return failure.thrown();
  }

  @Override
  public @Nullable String principal() {
    return principal(exchange);
  }

  /** Name of whom the security context has authenticated; asks nobody to authenticate. */
  static @Nullable String principal(HttpServerExchange exchange) {
    SecurityContext security = exchange.getSecurityContext();
    Account account = security == null ? null : security.getAuthenticatedAccount();
    Principal principal = account == null ? null : account.getPrincipal();
    return principal == null ? null : principal.getName();
  }

  /** Core handlers have no attributes by name; servlets speak for themselves. */
  @Override
  public @Nullable Object attribute(String name) {
    return null;
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    return null;
  }
}
