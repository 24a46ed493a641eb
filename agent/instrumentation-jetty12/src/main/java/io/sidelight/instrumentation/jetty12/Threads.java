package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Lets a thread into the request that it comes to work for. */
final class Threads {

  private Threads() {}

  /** A null request, or one that is not known, leaves the thread where it is. */
  static ScopeToken enter(@Nullable Request request) {
    RequestScope scope = RequestStream.scope(request);
    return RequestScope.makeCurrent(scope == null ? RequestScope.current() : scope);
  }

  /** The same with a servlet context's request, which knows its session. */
  static ScopeToken enterServlets(@Nullable Request request) {
    RequestScope scope = RequestStream.scope(request);
    if (scope != null && request != null) {
      scope.application(new RequestView(request));
    }
    return RequestScope.makeCurrent(scope == null ? RequestScope.current() : scope);
  }
}
