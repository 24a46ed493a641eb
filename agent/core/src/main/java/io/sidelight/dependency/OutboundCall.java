package io.sidelight.dependency;

import io.sidelight.event.DependencyCall;
import io.sidelight.exchange.ClientExchange;
import io.sidelight.library.CallError;
import io.sidelight.request.OpenCall;
import io.sidelight.request.RequestScope;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One call that the application makes to another service, from {@link #begin} to its end, which
 * writes its line. A client's advice tells what happens to it:
 *
 * <ul>
 *   <li>{@link #attempt} for each request that goes out, {@link #redirected} before one that only
 *       follows a redirect;
 *   <li>{@link #answered} when the headers of an answer are in;
 *   <li>{@link #ended} when its body was read to the end or closed, or {@link #failed}. The first
 *       of these two counts.
 * </ul>
 *
 * <p>So {@code duration_ms} lasts to the end of the body, for every client. A body that the
 * application leaves open ends with its request, and the duration is then that of the headers.
 *
 * <p>Thread-safe: calls begin, go on and end on different threads.
 */
public final class OutboundCall implements OpenCall {

  /** The call whose client this thread is inside of. */
  private static final ThreadLocal<@Nullable OutboundCall> ENCLOSING = new ThreadLocal<>();

  private final Dependencies dependencies;
  private final @Nullable RequestScope scope;
  private final String client;
  private final String host;
  private final String url;
  private final long startNanos;

  private @Nullable String method;
  private int attempts;
  private int redirects;
  private int status;
  private long answeredNanos;
  private boolean over;

  private OutboundCall(
      Dependencies dependencies,
      @Nullable RequestScope scope,
      String client,
      ClientExchange exchange,
      String host,
      String url,
      long startNanos) {
    this.dependencies = dependencies;
    this.scope = scope;
    this.client = client;
    this.method = given(exchange.method());
    this.host = host;
    this.url = url;
    this.startNanos = startNanos;
  }

  /**
   * The application makes a call.
   *
   * @param client name of its instrumentation, such as {@code okhttp}
   * @return null when it is no call of its own: a client that works through another one makes the
   *     same call on this thread
   */
  public static @Nullable OutboundCall begin(String client, ClientExchange exchange) {
    return begin(client, exchange, RequestScope.current());
  }

  /** The same for a call that another thread makes for the request. */
  public static @Nullable OutboundCall begin(
      String client, ClientExchange exchange, @Nullable RequestScope scope) {
    Dependencies dependencies = Dependencies.get();
    String host = host(exchange);
    String url = url(exchange, host);
    OutboundCall outer = ENCLOSING.get();
    if (outer != null && outer.isSameCall(given(exchange.method()), url)) {
      return null;
    }
    long now = System.nanoTime();
    dependencies.endAbandoned(now);
    OutboundCall call = new OutboundCall(dependencies, scope, client, exchange, host, url, now);
    if (scope != null) {
      scope.times().began(call);
    }
    return call;
  }

  private synchronized boolean isSameCall(@Nullable String otherMethod, String otherUrl) {
    return !over
        && url.equals(otherUrl)
        && (method == null ? otherMethod == null : method.equalsIgnoreCase(otherMethod));
  }

  /**
   * This thread works inside the client from now on.
   *
   * @return what to give to {@link #leave}
   */
  public @Nullable Object enter() {
    OutboundCall outer = ENCLOSING.get();
    ENCLOSING.set(this);
    return outer;
  }

  /** This thread has left the client. */
  public static void leave(@Nullable Object outer) {
    if (outer == null) {
      ENCLOSING.remove();
    } else {
      ENCLOSING.set((OutboundCall) outer);
    }
  }

  /** The call whose client this thread is inside of, null when it is inside of none. */
  public static @Nullable OutboundCall enclosing() {
    return ENCLOSING.get();
  }

  /** The request for which the call is made, null outside one. */
  public @Nullable RequestScope scope() {
    return scope;
  }

  @Override
  public long startNanos() {
    return startNanos;
  }

  /**
   * A request is about to be sent. Lets it carry the request ID, and what put the request in DEBUG,
   * each unless it has one already, is signed, or goes to a host that is not to know it. The answer
   * to an earlier one is none of the call any more.
   */
  public void attempt(ClientExchange exchange) {
    attempted();
    propagate(exchange);
  }

  /**
   * Counts an attempt whose request is not known yet, or never will be because no connection comes
   * about; {@link #propagate} follows when it is. The answer to an earlier one is none of the call
   * any more.
   */
  public synchronized void attempted() {
    attempts++;
    status = 0;
    answeredNanos = 0;
  }

  /** Adds headers as {@link #attempt} does, where the attempts are counted elsewhere. */
  public void propagate(ClientExchange exchange) {
    if (scope == null) {
      return;
    }
    DependencySettings settings = dependencies.settings();
    String debug = scope.debugHeader();
    boolean wantsId = exchange.header(settings.header) == null;
    if (!wantsId && debug == null) {
      return;
    }
    String host = host(exchange);
    boolean id = wantsId && settings.forwardsTo(host);
    String forwarded = debug != null && settings.forwardsDebugTo(host) ? debug : null;
    if ((!id && forwarded == null) || SignedRequest.isSigned(exchange)) {
      return;
    }
    if (id) {
      exchange.setHeader(settings.header, scope.requestId());
    }
    if (forwarded != null && exchange.header(settings.debugHeader) == null) {
      exchange.setHeader(settings.debugHeader, forwarded);
    }
  }

  /** The verb that goes out is another than it was when the call began. */
  public synchronized void method(@Nullable String verb) {
    method = given(verb);
  }

  /** The next attempt follows a redirect. */
  public synchronized void redirected() {
    redirects++;
  }

  /** The headers of an answer are in; a later answer takes its place. */
  public void answered(int statusCode) {
    boolean first;
    synchronized (this) {
      if (over) {
        return;
      }
      first = answeredNanos == 0;
      status = statusCode;
      answeredNanos = System.nanoTime();
    }
    if (first && (scope == null || scope.isFinished())) {
      dependencies.await(this);
    }
  }

  /** The answer is here with all of its body, or the application wants no more of it. */
  public void ended() {
    end(System.nanoTime(), null, outlivesRequest());
  }

  /** The call failed with what the application gets to see. */
  public void failed(Throwable thrown) {
    end(System.nanoTime(), CallErrors.of(thrown), outlivesRequest());
  }

  /** The application has given the call up. */
  public void cancelled() {
    end(System.nanoTime(), CallError.CANCELLED, outlivesRequest());
  }

  @Override
  public void requestCompleted() {
    abandon(false);
  }

  /** Ends a call that has its answer with the headers of that. */
  void abandon() {
    abandon(outlivesRequest());
  }

  private void abandon(boolean afterCompletion) {
    long answered;
    synchronized (this) {
      answered = answeredNanos;
    }
    if (answered != 0) {
      end(answered, null, afterCompletion);
    }
  }

  private boolean outlivesRequest() {
    return scope != null && scope.isFinished();
  }

  synchronized boolean isOver(long nowNanos, long patienceNanos) {
    return over || nowNanos - answeredNanos > patienceNanos;
  }

  private void end(long endNanos, @Nullable CallError error, boolean afterCompletion) {
    String verb;
    int retries;
    int answer;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      verb = method;
      retries = Math.max(0, attempts - 1 - redirects);
      answer = status;
    }
    long duration = endNanos - startNanos;
    DependencySettings settings = dependencies.settings();
    DependencyCall event =
        new DependencyCall(
            settings.nameOf(host),
            client,
            verb,
            url,
            answer,
            duration,
            retries,
            error == null ? null : error.text(),
            settings.isSlow(duration),
            afterCompletion);
    if (scope != null) {
      scope.times().ended(this, endNanos, event.failed());
    }
    dependencies.log(event, scope);
  }

  /** Some clients take an empty verb. */
  private static @Nullable String given(@Nullable String verb) {
    return verb == null || verb.isEmpty() ? null : verb;
  }

  private static String host(ClientExchange exchange) {
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
