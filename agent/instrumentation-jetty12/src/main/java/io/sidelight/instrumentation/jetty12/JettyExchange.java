package io.sidelight.instrumentation.jetty12;

import io.sidelight.exchange.Headers;
import io.sidelight.exchange.PeerAddress;
import io.sidelight.exchange.ServerExchange;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import java.io.IOException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response as the core of Jetty sees them, below all handlers.
 *
 * <p>It exists from when Jetty makes the response, but the request begins only when a handler is
 * called or an error is to be answered: one that is upgraded to HTTP/2 comes back as a stream of
 * the new connection.
 */
final class JettyExchange implements ServerExchange {

  private static final int SERVER_ERROR = 500;
  private static final String CONTENT_TYPE = "Content-Type";

  /** More end points around each other than that are nobody's. */
  private static final int DEEPEST = 8;

  private final Request request;
  private final RequestView application;

  /** The one that is sent: the first, or one that Jetty makes for an error. */
  private volatile Response response;

  private volatile boolean handled;
  private volatile boolean lastWritten;
  private volatile boolean unwritten;
  private volatile boolean disconnected;
  private volatile @Nullable Throwable failure;
  private volatile @Nullable RequestScope scope;

  private @Nullable String sentType;
  private RequestFailure outcome = RequestFailure.NONE;

  JettyExchange(Response response) {
    this.request = response.getRequest();
    this.application = new RequestView(request);
    this.response = response;
  }

  /** Begins the request unless it has begun. */
  synchronized RequestScope begin() {
    RequestScope begun = scope;
    if (begun == null) {
      begun = RequestLifecycle.get().begin(this);
      scope = begun;
    }
    return begun;
  }

  /** Begins the request with a handler about to be called for it. */
  RequestScope handle() {
    handled = true;
    return begin();
  }

  /** Null before the request has begun. */
  @Nullable RequestScope scope() {
    return scope;
  }

  /**
   * The handler's thread leaves; what is left to do is the application's, unless it is the mere
   * sending of what has been written.
   */
  void handlerReturned() {
    RequestScope begun = scope;
    if (begun != null && !lastWritten && !begun.isFinished()) {
      begun.markAsync();
    }
  }

  /**
   * Headers and status are about to be sent: for the first time, or in place of a response that has
   * failed before anything of it went out.
   */
  void committing(Response sent) {
    response = sent;
    unwritten = false;
    lastWritten = false;
    RequestLifecycle.get().committing(begin(), this);
  }

  /** The last of the body is about to be sent. */
  void writingLast() {
    lastWritten = true;
  }

  /** The handler is done; Jetty sends what it has not sent yet. */
  void succeeded() {
    Response sent = response;
    if (!sent.isCommitted()) {
      committing(sent);
    }
    lastWritten = true;
  }

  /** An error is about to be written for what was thrown; one of the client's is no failure. */
  void answeredFor(Throwable thrown, int status) {
    if (failure == null && (status <= 0 || status >= SERVER_ERROR)) {
      failure = thrown;
    }
  }

  /** A handler failed, or the request before it got to one. */
  void failed(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    }
    if (response.isCommitted() && !lastWritten) {
      unwritten = true;
    }
  }

  /**
   * Sending failed: for good if the connection has failed, else until another response is sent in
   * its place. Jetty wraps the failure of a connection; without a cause its exception is about its
   * own state, such as after headers that were too large.
   */
  void writeFailed(@Nullable Throwable thrown) {
    if (thrown instanceof IOException && thrown.getCause() instanceof IOException) {
      disconnected = true;
    } else {
      unwritten = true;
    }
  }

  /**
   * The connection, or the stream of it, failed. What is wrong with the request is no such; and a
   * client may well go once it has all of the response, which nobody knows but {@link
   * #writeFailed}.
   */
  void connectionFailed(Throwable thrown) {
    if (thrown instanceof IOException && !lastWritten) {
      disconnected = true;
    }
  }

  /** Takes down what Jetty is about to use for the next request, or to let go of. */
  void completing() {
    sentType = response.getHeaders().get(CONTENT_TYPE);
    RequestLifecycle.get().identify(begin());
  }

  /** All that is read from here on belongs to this request alone. */
  void complete() {
    RequestScope begun = begin();
    if (!begun.isFinished()) {
      outcome = RequestFailure.of(request, failure);
      RequestLifecycle.get().complete(begun);
    }
  }

  @Override
  public @Nullable String method() {
    return isPlaceholder() ? null : request.getMethod();
  }

  @Override
  public @Nullable String path() {
    return isPlaceholder() ? null : request.getHttpURI().getPath();
  }

  /** What Jetty puts in place of a request line that it could not read. */
  private boolean isPlaceholder() {
    if (handled || request.getHeaders().size() > 0) {
      return false;
    }
    HttpURI uri = request.getHttpURI();
    String path = uri.getPath();
    return path == null
        || path.equals("/badMessage")
        || path.equals("/badURI")
        || path.equals("/badRequest");
  }

  @Override
  public @Nullable String query() {
    return request.getHttpURI().getQuery();
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }

  @Override
  public int headerCount(String name) {
    return count(request.getHeaders(), name);
  }

  @Override
  public Headers headers() {
    HttpFields fields = request.getHeaders();
    return consumer -> {
      for (HttpField field : fields) {
        String value = field.getValue();
        if (value != null) {
          consumer.accept(field.getName(), value);
        }
      }
    };
  }

  /**
   * As the socket has it: {@code ForwardedRequestCustomizer} changes the request that handlers see
   * only, and the end point of the PROXY protocol is around the one of the socket.
   */
  @Override
  public @Nullable String peer() {
    Object transport = request.getConnectionMetaData().getConnection().getEndPoint();
    for (int depth = 0; transport instanceof EndPoint && depth < DEEPEST; depth++) {
      transport = ((EndPoint) transport).getTransport();
    }
    return PeerAddress.ofChannel(transport);
  }

  @Override
  public @Nullable String contentType() {
    return header(CONTENT_TYPE);
  }

  @Override
  public long contentLength() {
    return Math.max(-1, request.getLength());
  }

  @Override
  public void setHeader(String name, String value) {
    Response open = response;
    if (!open.isCommitted()) {
      open.getHeaders().put(name, value);
    }
  }

  @Override
  public @Nullable String responseHeader(String name) {
    String last = null;
    for (HttpField field : response.getHeaders()) {
      if (field.is(name)) {
        last = field.getValue();
      }
    }
    return last;
  }

  @Override
  public int responseHeaderCount(String name) {
    return count(response.getHeaders(), name);
  }

  private static int count(HttpFields fields, String name) {
    int count = 0;
    for (HttpField field : fields) {
      if (field.is(name)) {
        count++;
      }
    }
    return count;
  }

  @Override
  public int status() {
    return response.getStatus();
  }

  @Override
  public @Nullable String responseContentType() {
    return sentType;
  }

  /**
   * As {@code %O} of the request log, and right for the error responses that it counts as 0 and for
   * HEAD, whose body it counts though nothing of it is sent.
   */
  @Override
  public long bytesOut() {
    return HttpMethod.HEAD.is(request.getMethod())
        ? 0
        : Math.max(0, Response.getContentBytesWritten(response));
  }

  @Override
  public long bytesIn() {
    return Math.max(0, Request.getContentBytesRead(request));
  }

  @Override
  public long startNanos() {
    return request.getBeginNanoTime();
  }

  @Override
  public boolean aborted() {
    return unwritten || disconnected || outcome.disconnected();
  }

  @Override
  public boolean refused() {
    return !handled;
  }

  @Override
  public @Nullable Throwable thrown() {
    return outcome.thrown();
  }

  @Override
  public @Nullable String principal() {
    return application.principal();
  }

  @Override
  public @Nullable Object attribute(String name) {
    return application.attribute(name);
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    return application.sessionAttribute(name);
  }
}
