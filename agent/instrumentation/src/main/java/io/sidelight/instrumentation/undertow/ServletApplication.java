package io.sidelight.instrumentation.undertow;

import io.sidelight.exchange.ApplicationRequest;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.servlet.spec.HttpSessionImpl;
import org.jspecify.annotations.Nullable;

/** What a servlet request knows of itself. Calls no method that names a Servlet type. */
final class ServletApplication implements ApplicationRequest {

  private final HttpServerExchange exchange;
  private final ServletRequestContext context;
  private boolean sessionSought;

  ServletApplication(HttpServerExchange exchange, ServletRequestContext context) {
    this.exchange = exchange;
    this.context = context;
  }

  @Override
  public @Nullable String principal() {
    return UndertowExchange.principal(exchange);
  }

  @Override
  public @Nullable Object attribute(String name) {
    return context.getOriginalRequest().getAttribute(name);
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    HttpSessionImpl session = session();
    if (session == null) {
      return null;
    }
    try {
      return session.getAttribute(name);
    } catch (IllegalStateException e) {
      return null; // it has ended
    }
  }

  /**
   * The session that the request has used. Looked up once, and not when the response is done: that
   * counts as an access, and by then Undertow has looked it up itself and told the session that
   * this request has left it.
   */
  private @Nullable HttpSessionImpl session() {
    HttpSessionImpl session = context.getSession();
    if (session == null && !sessionSought && !exchange.isResponseComplete()) {
      sessionSought = true;
      session = context.getCurrentServletContext().getSession(exchange, false);
    }
    return session;
  }
}
