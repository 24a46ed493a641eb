package io.sidelight.instrumentation.undertow;

import io.sidelight.exchange.Headers;
import io.sidelight.exchange.ServerExchange;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.StatusCodes;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;

/**
 * A request that HTTP/1 refuses to read, with what was understood of it. Its answer is an empty 400
 * that Undertow writes as text; the request ID is put in on its way out.
 */
final class Refusal implements ServerExchange {

  private static final HeaderMap NO_HEADERS = new HeaderMap();

  private final StreamConnection connection;
  private final @Nullable HttpServerExchange parsed;

  /** Begun by {@link #begin}, before anybody else sees the refusal. */
  @SuppressWarnings("NullAway.Init")
  private RequestScope scope;

  private @Nullable String headerName;
  private @Nullable String headerValue;

  private Refusal(StreamConnection connection, @Nullable HttpServerExchange parsed) {
    this.connection = connection;
    this.parsed = parsed;
  }

  static Refusal begin(StreamConnection connection, @Nullable HttpServerExchange parsed) {
    Refusal refusal = new Refusal(connection, parsed);
    refusal.scope = RequestLifecycle.get().begin(refusal);
    return refusal;
  }

  void complete() {
    RequestLifecycle.get().complete(scope);
  }

  @Override
  public void setHeader(String name, String value) {
    if (headerName == null) {
      ConduitStreamSinkChannel sink = connection.getSinkChannel();
      sink.setConduit(new HeaderAddingConduit(sink.getConduit(), name + ": " + value + "\r\n"));
    }
    headerName = name;
    headerValue = value;
  }

  @Override
  public @Nullable String responseHeader(String name) {
    return name.equalsIgnoreCase(headerName) ? headerValue : null;
  }

  @Override
  public int responseHeaderCount(String name) {
    return name.equalsIgnoreCase(headerName) ? 1 : 0;
  }

  @Override
  public int status() {
    return StatusCodes.BAD_REQUEST;
  }

  @Override
  public @Nullable String responseContentType() {
    return null;
  }

  @Override
  public long bytesOut() {
    return 0;
  }

  @Override
  public long bytesIn() {
    return 0;
  }

  @Override
  public @Nullable String method() {
    return parsed == null ? null : RequestTarget.method(parsed);
  }

  @Override
  public @Nullable String path() {
    return parsed == null ? null : RequestTarget.path(parsed);
  }

  @Override
  public @Nullable String query() {
    return parsed == null ? null : RequestTarget.query(parsed);
  }

  private HeaderMap requestHeaders() {
    return parsed == null ? NO_HEADERS : parsed.getRequestHeaders();
  }

  @Override
  public @Nullable String header(String name) {
    return requestHeaders().getFirst(name);
  }

  @Override
  public int headerCount(String name) {
    return HeaderLookup.count(requestHeaders(), name);
  }

  @Override
  public Headers headers() {
    return HeaderLookup.all(requestHeaders());
  }

  @Override
  public @Nullable String peer() {
    return Peer.of(connection);
  }

  @Override
  public @Nullable String contentType() {
    return requestHeaders().getFirst(io.undertow.util.Headers.CONTENT_TYPE);
  }

  @Override
  public long contentLength() {
    return HeaderLookup.contentLength(requestHeaders());
  }

  /** When it was refused: Undertow notes the start of whole requests only. */
  @Override
  public long startNanos() {
    long start = parsed == null ? -1 : parsed.getRequestStartTime();
    return start == -1 ? System.nanoTime() : start;
  }

  @Override
  public boolean aborted() {
    return false;
  }

  @Override
  public boolean refused() {
    return true;
  }

  @Override
  public @Nullable Throwable thrown() {
    return null;
  }

  @Override
  public @Nullable String principal() {
    return null;
  }

  @Override
  public @Nullable Object attribute(String name) {
    return null;
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    return null;
  }
}
