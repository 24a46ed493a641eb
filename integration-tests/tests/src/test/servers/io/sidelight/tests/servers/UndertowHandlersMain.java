package io.sidelight.tests.servers;

import io.undertow.security.api.AuthenticationMode;
import io.undertow.security.handlers.AuthenticationCallHandler;
import io.undertow.security.handlers.AuthenticationConstraintHandler;
import io.undertow.security.handlers.AuthenticationMechanismsHandler;
import io.undertow.security.handlers.SecurityInitialHandler;
import io.undertow.security.impl.BasicAuthenticationMechanism;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.xnio.StreamConnection;

/**
 * Undertow's core handlers without servlets, one for each way to answer. Arguments: the folder to
 * work in, the pattern of the access log.
 */
public final class UndertowHandlersMain {

  private static final HttpString REQUEST_ID = new HttpString("X-Request-ID");

  private UndertowHandlersMain() {}

  public static void main(String[] args) throws IOException {
    PathHandler routes = new PathHandler();
    routes.addExactPath("/hello", exchange -> text(exchange, "hello"));
    routes.addExactPath("/request-id", UndertowHandlersMain::sentId);
    routes.addExactPath("/own-id/set", exchange -> ownId(exchange, false));
    routes.addExactPath("/own-id/add", exchange -> ownId(exchange, true));
    routes.addExactPath(
        "/dispatched-call", new Dispatching(exchange -> text(exchange, callNobody())));
    routes.addExactPath("/dispatched", new Dispatching(exchange -> text(exchange, "dispatched")));
    routes.addExactPath("/blocking", new BlockingHandler(UndertowHandlersMain::copy));
    routes.addExactPath(
        "/buffered",
        new RequestBufferingHandler(new BlockingHandler(UndertowHandlersMain::copy), 8));
    routes.addExactPath("/non-blocking", UndertowHandlersMain::receive);
    routes.addExactPath("/later", UndertowHandlersMain::later);
    routes.addExactPath("/fail", UndertowHandlersMain::fail);
    routes.addExactPath("/fail/dispatched", new Dispatching(UndertowHandlersMain::fail));
    routes.addExactPath("/empty", exchange -> exchange.setStatusCode(204));
    routes.addExactPath("/cleared", UndertowHandlersMain::cleared);
    routes.addExactPath(
        "/upgrade",
        exchange ->
            exchange.upgradeChannel("greeting", (connection, upgraded) -> greet(connection)));
    routes.addExactPath("/private", authenticated(exchange -> text(exchange, "private")));
    UndertowMain.run(Path.of(args[0]), args[1], routes);
  }

  private static void text(HttpServerExchange exchange, String text) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
    exchange.getResponseSender().send(text);
  }

  private static void sentId(HttpServerExchange exchange) {
    String id = exchange.getRequestHeaders().getFirst(REQUEST_ID);
    text(exchange, id == null ? "none" : id);
  }

  private static void ownId(HttpServerExchange exchange, boolean add) {
    if (add) {
      exchange.getResponseHeaders().add(REQUEST_ID, "of-the-application");
    } else {
      exchange.getResponseHeaders().put(REQUEST_ID, "of-the-application");
    }
    text(exchange, "own id");
  }

  private static void copy(HttpServerExchange exchange) throws IOException {
    exchange.getInputStream().transferTo(exchange.getOutputStream());
  }

  private static void receive(HttpServerExchange exchange) {
    exchange
        .getRequestReceiver()
        .receiveFullString((received, body) -> received.getResponseSender().send(body));
  }

  /** Answers from a thread that Undertow does not know. */
  private static void later(HttpServerExchange exchange) {
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () -> {
          Thread thread = new Thread(() -> text(exchange, "later"), "application-worker");
          thread.setDaemon(true);
          thread.start();
        });
  }

  /** In the protocol that a connection was upgraded to the server says one thing and hangs up. */
  private static void greet(StreamConnection connection) {
    callNobody("upgraded");
    try {
      connection.getSinkChannel().write(StandardCharsets.US_ASCII.encode("welcome"));
      connection.getSinkChannel().flush();
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String callNobody() {
    return callNobody("");
  }

  /** A call that leaves a line and needs no other side: nobody listens on port 1. */
  private static String callNobody(String path) {
    try {
      URI.create("http://localhost:1/" + path).toURL().openStream().close();
      return "answered";
    } catch (IOException refused) {
      return "refused";
    }
  }

  private static void fail(HttpServerExchange exchange) {
    throw new IllegalStateException("of a handler");
  }

  private static void cleared(HttpServerExchange exchange) {
    exchange.getResponseHeaders().clear();
    text(exchange, "headers cleared");
  }

  private static HttpHandler authenticated(HttpHandler next) {
    return new SecurityInitialHandler(
        AuthenticationMode.PRO_ACTIVE,
        new OneUser("alice", "wonderland", "reader"),
        new AuthenticationMechanismsHandler(
            new AuthenticationConstraintHandler(new AuthenticationCallHandler(next)),
            List.of(new BasicAuthenticationMechanism("contract"))));
  }

  /** Leaves the I/O thread the usual way. */
  private record Dispatching(HttpHandler next) implements HttpHandler {

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
      if (exchange.isInIoThread()) {
        exchange.dispatch(this);
      } else {
        next.handleRequest(exchange);
      }
    }
  }
}
