package io.sidelight.dependency.http;

import io.sidelight.dependency.OutboundCall;
import io.sidelight.event.DependencyKind;
import io.sidelight.exchange.ClientExchange;
import io.sidelight.request.RequestScope;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A call by HTTP. Beside what every call has, a client's advice reports
 *
 * <ul>
 *   <li>{@link #attempt} for each request that goes out, {@link #redirected} before one that only
 *       follows a redirect;
 *   <li>{@link #answered(int)} when the headers of an answer are in.
 * </ul>
 *
 * <p>The call ends when the body of the answer was read to the end or closed, for every client.
 */
public final class HttpCall extends OutboundCall {

  private final String client;
  private final String host;
  private final String url;

  private @Nullable String method;
  private int status;

  private HttpCall(
      @Nullable RequestScope scope,
      String client,
      ClientExchange exchange,
      String host,
      String url) {
    super(scope);
    this.client = client;
    this.method = given(exchange.method());
    this.host = host;
    this.url = url;
  }

  /**
   * The application makes a call.
   *
   * @param client name of its instrumentation, such as {@code okhttp}
   * @return null when it is no call of its own: a client that works through another one makes the
   *     same call on this thread
   */
  public static @Nullable HttpCall begin(String client, ClientExchange exchange) {
    return begin(client, exchange, RequestScope.current());
  }

  /** The same for a call that another thread makes for the request. */
  public static @Nullable HttpCall begin(
      String client, ClientExchange exchange, @Nullable RequestScope scope) {
    String host = host(exchange);
    String url = url(exchange, host);
    HttpCall outer = enclosing();
    if (outer != null && outer.isSameCall(given(exchange.method()), url)) {
      return null;
    }
    HttpCall call = new HttpCall(scope, client, exchange, host, url);
    call.begin();
    return call;
  }

  private synchronized boolean isSameCall(@Nullable String otherMethod, String otherUrl) {
    return !isOver()
        && url.equals(otherUrl)
        && (method == null ? otherMethod == null : method.equalsIgnoreCase(otherMethod));
  }

  /** The call by HTTP whose client this thread is inside of, null when it is inside of none. */
  public static @Nullable HttpCall enclosing() {
    OutboundCall innermost = innermost();
    return innermost instanceof HttpCall ? (HttpCall) innermost : null;
  }

  /**
   * A request is about to be sent. Lets it carry the request ID, and what put the request in DEBUG,
   * each unless it has one already, is signed, or goes to a host that is not to know it.
   */
  public void attempt(ClientExchange exchange) {
    attempted();
    propagate(exchange);
  }

  /**
   * Counts an attempt whose request is not known yet, or never will be because no connection comes
   * about; {@link #propagate} follows when it is. The answer to an earlier one no longer belongs to
   * the call.
   */
  @Override
  public synchronized void attempted() {
    super.attempted();
    if (!isOver()) {
      status = 0;
    }
  }

  /** Adds headers as {@link #attempt} does, where the attempts are counted elsewhere. */
  public void propagate(ClientExchange exchange) {
    RequestScope scope = scope();
    if (scope != null) {
      Propagation.addHeaders(exchange, scope, config());
    }
  }

  /** The verb that goes out is another than it was when the call began. */
  public synchronized void method(@Nullable String verb) {
    if (!isOver()) {
      method = given(verb);
    }
  }

  /** The next attempt follows a redirect. */
  public void redirected() {
    nextIsNoRetry();
  }

  /** The headers of an answer are in; a later answer takes its place. */
  public void answered(int statusCode) {
    synchronized (this) {
      if (!isOver()) {
        status = statusCode;
      }
    }
    answered();
  }

  @Override
  public DependencyKind kind() {
    return DependencyKind.HTTP;
  }

  @Override
  public String client() {
    return client;
  }

  @Override
  public String name() {
    return host;
  }

  @Override
  public String host() {
    return host;
  }

  @Override
  public synchronized @Nullable String operation() {
    return method;
  }

  @Override
  public String detail() {
    return url;
  }

  @Override
  public synchronized int status() {
    return status;
  }

  /** Some clients take an empty verb. */
  private static @Nullable String given(@Nullable String verb) {
    return verb == null || verb.isEmpty() ? null : verb;
  }

  /** In lower case, {@code -} for none. */
  static String host(ClientExchange exchange) {
    String host = exchange.host();
    return host == null || host.isEmpty() ? "-" : host.toLowerCase(Locale.ROOT);
  }

  private static String url(ClientExchange exchange, String host) {
    String scheme = exchange.scheme();
    String path = exchange.path();
    int port = exchange.port();
    StringBuilder url = new StringBuilder(64);
    url.append(scheme == null ? "" : scheme).append("://");
    if (host.indexOf(':') >= 0) {
      url.append('[').append(host).append(']');
    } else {
      url.append(host);
    }
    if (port >= 0) {
      url.append(':').append(port);
    }
    return url.append(path == null || path.isEmpty() ? "/" : path).toString();
  }
}
