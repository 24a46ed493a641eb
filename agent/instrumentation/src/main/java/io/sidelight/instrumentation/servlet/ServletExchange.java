package io.sidelight.instrumentation.servlet;

import io.sidelight.exchange.Headers;
import io.sidelight.exchange.ServerExchange;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request and its response as servlets see them, out of all wrappers. */
final class ServletExchange implements ServerExchange {

  private static final long UNKNOWN = -1;

  /** Asking Jetty for the principal can make it authenticate. */
  private static final String JETTY = "org.eclipse.jetty.";

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final long startNanos = System.nanoTime();

  private volatile ServletFailure failure = ServletFailure.NONE;

  ServletExchange(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  /**
   * The first failure counts: later ones are about what the container made of it.
   *
   * @param followed whether the response is looked at again when the container is done with it
   */
  void failed(Throwable thrown, boolean followed) {
    if (failure == ServletFailure.NONE) {
      failure = ServletFailure.of(thrown, followed || response.isCommitted());
    }
  }

  boolean isCommitted() {
    return response.isCommitted();
  }

  boolean isAsyncStarted() {
    return request.isAsyncStarted();
  }

  /** To be called only when asynchronous processing has started. */
  AsyncContext asyncContext() {
    return request.getAsyncContext();
  }

  /**
   * Whether the request goes on when the servlet has returned. Once it is dispatched it doesn't
   * count as started any more; that it will come back can be told by an attribute then.
   */
  boolean isOnItsWay() {
    return request.isAsyncStarted()
        || (request.getDispatcherType() == DispatcherType.REQUEST
            && request.getAttribute(AsyncContext.ASYNC_REQUEST_URI) != null);
  }

  @Override
  public @Nullable String method() {
    return request.getMethod();
  }

  /** Before forwards and error dispatches, in containers that change the request for them. */
  @Override
  public @Nullable String path() {
    Object before = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    if (before == null) {
      before = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    }
    return before instanceof String ? (String) before : request.getRequestURI();
  }

  @Override
  public @Nullable String query() {
    return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) == null
        ? request.getQueryString()
        : (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  @Override
  public int headerCount(String name) {
    Enumeration<String> values = request.getHeaders(name);
    int count = 0;
    while (values != null && values.hasMoreElements()) {
      values.nextElement();
      count++;
    }
    return count;
  }

  @Override
  public Headers headers() {
    return consumer -> {
      Enumeration<String> names = request.getHeaderNames();
      while (names != null && names.hasMoreElements()) {
        String name = names.nextElement();
        Enumeration<String> values = request.getHeaders(name);
        while (values != null && values.hasMoreElements()) {
          consumer.accept(name, values.nextElement());
        }
      }
    };
  }

  /** Not known: the address that servlets get may be what a header says. */
  @Override
  public @Nullable String peer() {
    return null;
  }

  @Override
  public @Nullable String contentType() {
    return request.getContentType();
  }

  /** From 2 GB on not known: the method for that came with Servlet 3.1. */
  @Override
  public long contentLength() {
    return request.getContentLength();
  }

  @Override
  public void setHeader(String name, String value) {
    response.setHeader(name, value);
  }

  @Override
  public @Nullable String responseHeader(String name) {
    String last = null;
    for (String value : responseHeaders(name)) {
      last = value;
    }
    return last;
  }

  @Override
  public int responseHeaderCount(String name) {
    return responseHeaders(name).size();
  }

  private Collection<String> responseHeaders(String name) {
    Collection<String> values = response.getHeaders(name);
    return values == null ? List.of() : values;
  }

  @Override
  public int status() {
    int expected = failure.expectedStatus();
    return expected == ServletFailure.AS_SENT ? response.getStatus() : expected;
  }

  @Override
  public @Nullable String responseContentType() {
    return response.getContentType();
  }

  @Override
  public long bytesOut() {
    return UNKNOWN;
  }

  @Override
  public long bytesIn() {
    return UNKNOWN;
  }

  /** When the first servlet was entered. */
  @Override
  public long startNanos() {
    return startNanos;
  }

  @Override
  public boolean aborted() {
    return false;
  }

  @Override
  public @Nullable Throwable thrown() {
    if (failure.thrown() != null) {
      return failure.thrown();
    }
    Object known = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    return known instanceof Throwable ? ServletFailure.unwrapped((Throwable) known) : null;
  }

  @Override
  public @Nullable String principal() {
    if (request.getClass().getName().startsWith(JETTY)) {
      return null;
    }
    Principal principal = request.getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  @Override
  public @Nullable Object attribute(String name) {
    return request.getAttribute(name);
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    HttpSession session = request.getSession(false);
    return session == null ? null : session.getAttribute(name);
  }
}
