package io.sidelight.instrumentation.jetty12;

import io.sidelight.exchange.ApplicationRequest;
import java.security.Principal;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Session;
import org.jspecify.annotations.Nullable;

/**
 * A request as some layer of Jetty sees it. All share the attributes of the core, where the user is
 * kept too; the session belongs to a servlet context.
 */
final class RequestView implements ApplicationRequest {

  private final Request request;

  RequestView(Request request) {
    this.request = request;
  }

  /** A deferred authentication has no principal as long as nobody asks Jetty to carry it out. */
  @Override
  public @Nullable String principal() {
    Request.AuthenticationState state = Request.getAuthenticationState(request);
    Principal principal = state == null ? null : state.getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  @Override
  public @Nullable Object attribute(String name) {
    return request.getAttribute(name);
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    Session session = request.getSession(false);
    return session == null || !session.isValid() ? null : session.getAttribute(name);
  }
}
