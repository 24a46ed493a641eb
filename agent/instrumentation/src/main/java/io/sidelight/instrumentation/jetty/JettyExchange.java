package io.sidelight.instrumentation.jetty;

import io.sidelight.exchange.ByIdentity;
import io.sidelight.exchange.Headers;
import io.sidelight.exchange.PeerAddress;
import io.sidelight.exchange.ServerExchange;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import java.security.Principal;
import java.util.Enumeration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Authentication;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.UserIdentity;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response as Jetty's {@code HttpChannel} sees them, from the first advice that
 * meets the request until the channel has completed it.
 *
 * <p>Holds its channel weakly, see {@link ByIdentity}. Whoever calls has the channel, or works for
 * its request.
 */
final class JettyExchange implements ServerExchange {

  private static final int OK = 200;
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int SERVER_ERROR = 500;

  /** More end points around each other than that are nobody's. */
  private static final int DEEPEST = 8;

  private static final String JAKARTA_ERROR = "jakarta.servlet.error.exception";
  private static final String JAVAX_ERROR = "javax.servlet.error.exception";

  /** The requests under way. Jetty has no place for them that the application does not see. */
  private static final ByIdentity<HttpChannel, JettyExchange> OPEN = new ByIdentity<>();

  private final ByIdentity.Key<HttpChannel> channel;

  /** Begun by {@link #ofOrBegin}, before anybody else sees the exchange. */
  @SuppressWarnings("NullAway.Init")
  private RequestScope scope;

  /** The header lines of a refusal, which are not those of the response object; null otherwise. */
  private @Nullable Iterable<HttpField> refusal;

  /** Whether the parser refuses the request, which no handler sees then. */
  private volatile boolean refused;

  /** Whether Jetty answers 500 in place of a response whose headers are too large. */
  private volatile boolean headersFailed;

  private volatile @Nullable Throwable unhandled;
  private volatile boolean aborted;
  private volatile boolean forgotten;
  private RequestFailure failure = RequestFailure.NONE;

  private JettyExchange(HttpChannel channel) {
    this.channel = new ByIdentity.Key<>(OPEN, channel);
  }

  static @Nullable JettyExchange of(@Nullable HttpChannel channel) {
    return OPEN.get(channel);
  }

  /**
   * Begins a request if the channel has not begun to handle it.
   *
   * @return null when the agent came too late for the request, or it is over
   */
  static @Nullable JettyExchange ofOrBegin(HttpChannel channel) {
    JettyExchange open = OPEN.get(channel);
    if (open != null || !channel.getState().isIdle()) {
      return open;
    }
    JettyExchange exchange = new JettyExchange(channel);
    exchange.scope = RequestLifecycle.get().begin(exchange);
    OPEN.put(exchange.channel, exchange);
    return exchange;
  }

  /** The user of a request may have become known. */
  static void identify(Request request) {
    JettyExchange exchange = of(request.getHttpChannel());
    if (exchange != null) {
      RequestLifecycle.get().identify(exchange.scope);
    }
  }

  RequestScope scope() {
    return scope;
  }

  /** Headers and status are about to be sent. */
  void committing() {
    RequestLifecycle.get().committing(scope, this);
  }

  /** No handler will see the request. */
  void refuse() {
    refused = true;
  }

  /**
   * The request is refused with a response of its own.
   *
   * @param fields its header lines, to be added to
   */
  void refusing(Iterable<HttpField> fields) {
    refusal = fields;
    committing();
  }

  /**
   * The headers of the response are too large, so that Jetty answers with an empty 500 instead. It
   * gives up the response that it had, but what it sends is whole.
   *
   * @param fields header lines of that answer, to be added to
   */
  void headersFailed(Iterable<HttpField> fields) {
    headersFailed = true;
    refusing(fields);
  }

  /** No handler has caught this. */
  void failed(Throwable thrown) {
    unhandled = thrown;
  }

  /** The response will not reach the client whole. */
  void abort() {
    aborted = true;
  }

  /** The channel will not complete the request. */
  void forgotten() {
    forgotten = true;
  }

  boolean isForgotten() {
    return forgotten;
  }

  void complete(HttpChannel channel) {
    OPEN.remove(this.channel);
    failure = RequestFailure.of(unhandledIn(channel.getRequest()), status());
    RequestLifecycle.get().complete(scope);
  }

  /** The first releases of 9.4 handle most exceptions before the channel sees them. */
  private @Nullable Throwable unhandledIn(Request request) {
    Throwable thrown = unhandled;
    if (thrown != null) {
      return thrown;
    }
    Object attribute = request.getAttribute(JAVAX_ERROR);
    if (attribute == null) {
      attribute = request.getAttribute(JAKARTA_ERROR);
    }
    return attribute instanceof Throwable ? (Throwable) attribute : null;
  }

  private HttpChannel channel() {
    return Objects.requireNonNull(channel.get(), "the channel is gone");
  }

  private Request request() {
    return channel().getRequest();
  }

  private Response response() {
    return channel().getResponse();
  }

  private Iterable<HttpField> responseFields() {
    Iterable<HttpField> refused = refusal;
    return refused == null ? JettyVersion.fields(response()) : refused;
  }

  @Override
  public @Nullable String method() {
    return request().getMethod();
  }

  @Override
  public @Nullable String path() {
    return RequestTarget.path(request().getOriginalURI());
  }

  @Override
  public @Nullable String query() {
    return RequestTarget.query(request().getOriginalURI());
  }

  @Override
  public @Nullable String header(String name) {
    return request().getHeader(name);
  }

  @Override
  public int headerCount(String name) {
    int count = 0;
    Enumeration<String> values = request().getHeaders(name);
    while (values.hasMoreElements()) {
      values.nextElement();
      count++;
    }
    return count;
  }

  @Override
  public Headers headers() {
    Iterable<HttpField> fields = request().getHttpFields();
    return consumer -> {
      if (fields != null) {
        for (HttpField field : fields) {
          String value = field.getValue();
          consumer.accept(field.getName(), value == null ? "" : value);
        }
      }
    };
  }

  /**
   * As the socket has it: {@code ForwardedRequestCustomizer} changes the request only, and the end
   * point of the PROXY protocol is around the one of the socket.
   */
  @Override
  public @Nullable String peer() {
    Object transport = channel().getEndPoint();
    for (int depth = 0; transport instanceof EndPoint && depth < DEEPEST; depth++) {
      transport = ((EndPoint) transport).getTransport();
    }
    return PeerAddress.ofChannel(transport);
  }

  @Override
  public @Nullable String contentType() {
    return header("Content-Type");
  }

  /** Into the fields themselves: {@code Response.setHeader} does nothing during an include. */
  @Override
  public void setHeader(String name, String value) {
    if (refusal != null || !channel().isCommitted()) {
      JettyVersion.put(responseFields(), name, value);
    }
  }

  @Override
  public @Nullable String responseHeader(String name) {
    String last = null;
    for (HttpField field : responseFields()) {
      if (field.getName().equalsIgnoreCase(name)) {
        last = field.getValue();
      }
    }
    return last;
  }

  @Override
  public int responseHeaderCount(String name) {
    int count = 0;
    for (HttpField field : responseFields()) {
      if (field.getName().equalsIgnoreCase(name)) {
        count++;
      }
    }
    return count;
  }

  @Override
  public int status() {
    if (headersFailed) {
      return SERVER_ERROR;
    }
    HttpChannel channel = channel();
    MetaData.Response sent = channel.getCommittedMetaData();
    int status = sent == null ? 0 : sent.getStatus();
    return status >= OK || status == SWITCHING_PROTOCOLS
        ? status
        : channel.getResponse().getStatus();
  }

  @Override
  public @Nullable String responseContentType() {
    return responseHeader("Content-Type");
  }

  /**
   * As Jetty's request log counts them: content as it was encoded, without the chunks' own. The log
   * counts the body of an answer to HEAD as well, though nothing of it is sent.
   */
  @Override
  public long bytesOut() {
    return headersFailed || request().isHead() ? 0 : channel().getBytesWritten();
  }

  @Override
  public long bytesIn() {
    return request().getContentRead();
  }

  /**
   * When the headers were complete, to the millisecond: the start that Jetty's access log counts
   * from. Later releases know it to the nanosecond as well, but over HTTP/2 with the time in it for
   * which the connection was idle.
   */
  @Override
  public long startNanos() {
    long start = request().getTimeStamp();
    long passed = start > 0 ? System.currentTimeMillis() - start : 0;
    return System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(Math.max(0, passed));
  }

  @Override
  public boolean aborted() {
    return !headersFailed && (aborted || failure.disconnected());
  }

  @Override
  public boolean refused() {
    return refused;
  }

  @Override
  public @Nullable Throwable thrown() {
    return failure.thrown();
  }

  /** Of an authentication that has taken place; {@code getUserPrincipal} would start one. */
  @Override
  public @Nullable String principal() {
    Authentication authentication = request().getAuthentication();
    if (!(authentication instanceof Authentication.User)) {
      return null;
    }
    UserIdentity identity = ((Authentication.User) authentication).getUserIdentity();
    Principal principal = identity == null ? null : identity.getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  @Override
  public @Nullable Object attribute(String name) {
    return request().getAttribute(name);
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    return SessionAccess.attribute(request(), name);
  }
}
