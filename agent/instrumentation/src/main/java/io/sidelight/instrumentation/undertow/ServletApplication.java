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

  /**
   * Of the session that the request has used already, or that Undertow itself has looked up, which
   * it does at the latest when the response is done. Looking it up here would count as an access.
   */
  @Override
  public @Nullable Object sessionAttribute(String name) {
    HttpSessionImpl session = context.getSession();
    if (session == null) {
      return null;
    }
    try {
      return session.getAttribute(name);
    } catch (IllegalStateException e) {
      return null; // it has ended
    }
  }
}
