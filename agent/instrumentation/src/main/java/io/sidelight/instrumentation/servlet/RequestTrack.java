package io.sidelight.instrumentation.servlet;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Follows one request through its dispatches, as an attribute of the container's request, and
 * completes it. Lets go of request and response then.
 *
 * <p>Threads: one at a time enters and leaves; completion may come on another one meanwhile, and
 * {@link RequestLifecycle#complete} lets one of them through.
 */
final class RequestTrack {

  private static final String ATTRIBUTE = "io.sidelight.request";

  private final RequestScope scope;
  private volatile @Nullable ServletExchange exchange;

  /** Whether its asynchronous end will be told. */
  private volatile boolean followed;

  private RequestTrack(RequestScope scope, ServletExchange exchange) {
    this.scope = scope;
    this.exchange = exchange;
  }

  static @Nullable RequestTrack of(ServletRequest request) {
    Object track = Unwrapped.of(request).getAttribute(ATTRIBUTE);
    return track instanceof RequestTrack ? (RequestTrack) track : null;
  }

  /**
   * Makes a request this thread's own: a new one, or the one that was dispatched to here.
   *
   * @return what {@link #leave} takes, null when the request is not for the fallback
   */
  static @Nullable Object enter(ServletRequest request, ServletResponse response) {
    RequestTrack track = of(request);
    if (track == null) {
      track = begin(Unwrapped.of(request), Unwrapped.of(response));
    }
    if (track == null) {
      return null;
    }
    Visit visit = new Visit(track, RequestScope.makeCurrent(track.scope));
    RequestLifecycle.get().identify(track.scope);
    return visit;
  }

  private static @Nullable RequestTrack begin(ServletRequest request, ServletResponse response) {
    if (!(request instanceof HttpServletRequest) || !(response instanceof HttpServletResponse)) {
      return null;
    }
    if (request.getDispatcherType() != DispatcherType.REQUEST && request.isAsyncStarted()) {
      // A thread of the application uses a dispatcher for a request that has begun elsewhere.
      return null;
    }
    ServletExchange exchange =
        new ServletExchange((HttpServletRequest) request, (HttpServletResponse) response);
    RequestTrack track = new RequestTrack(RequestLifecycle.get().begin(exchange), exchange);
    request.setAttribute(ATTRIBUTE, track);
    return track;
  }

  /**
   * The outermost servlet of this thread has returned.
   *
   * @param entered what {@link #enter} returned
   * @param thrown what escaped from the servlet
   */
  static void leave(Object entered, @Nullable Throwable thrown) {
    Visit visit = (Visit) entered;
    visit.token.close();
    visit.track.left(thrown);
  }

  private void left(@Nullable Throwable thrown) {
    ServletExchange open = exchange;
    if (open == null) {
      return;
    }
    if (thrown != null) {
      open.failed(thrown, followed);
    }
    if (followed) {
      return;
    }
    if (open.isAsyncStarted()) {
      listen(open);
    }
    if (open.isOnItsWay()) {
      scope.markAsync();
    } else {
      complete();
    }
  }

  private void listen(ServletExchange open) {
    scope.markAsync();
    try {
      open.asyncContext().addListener(new CompletionListener(this));
      followed = true;
    } catch (IllegalStateException e) {
      // Another thread was faster: it has completed the request, or dispatched it to here again.
      followed = false;
    }
  }

  /** The request outlives its servlet, and whoever says so will also say when it is over. */
  void goesOnAsynchronously() {
    followed = true;
    scope.markAsync();
  }

  /** Something was thrown on an asynchronous way. */
  void failed(Throwable thrown) {
    ServletExchange open = exchange;
    if (open != null) {
      open.failed(thrown, true);
    }
  }

  /** Only the first call does anything. */
  void complete() {
    ServletExchange open = exchange;
    exchange = null;
    if (open != null && !scope.isFinished()) {
      if (!open.isCommitted()) {
        RequestLifecycle.get().committing(scope, open);
      }
      RequestLifecycle.get().complete(scope);
    }
  }

  /** A thread in the request, which several may be in one after the other. */
  private static final class Visit {

    private final RequestTrack track;
    private final ScopeToken token;

    Visit(RequestTrack track, ScopeToken token) {
      this.track = track;
      this.token = token;
    }
  }
}
