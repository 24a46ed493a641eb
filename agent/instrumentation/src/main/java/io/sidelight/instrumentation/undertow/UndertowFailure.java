package io.sidelight.instrumentation.undertow;

import io.sidelight.exchange.Exceptions;
import io.sidelight.exchange.Wrappers;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request: the exception that it ended with, and whether the client was
 * still there.
 *
 * <p>Undertow keeps three kinds of exceptions in the same place: what the application threw; a
 * broken connection, which is no failure of the application; and what Undertow itself says of a
 * request that it refuses. The last two are told by who threw them: the first frame outside the JDK
 * is Undertow's or XNIO's.
 */
final class UndertowFailure {

  static final UndertowFailure NONE = new UndertowFailure(null, false, false);

  /** Looks for the servlet of a path, and throws where the target is none, as in OPTIONS *. */
  private static final String PATH_MATCHING = "io.undertow.servlet.handlers.ServletPathMatches";

  private final @Nullable Throwable thrown;
  private final boolean disconnected;
  private final boolean refused;

  private UndertowFailure(@Nullable Throwable thrown, boolean disconnected, boolean refused) {
    this.thrown = thrown;
    this.disconnected = disconnected;
    this.refused = refused;
  }

  /**
   * @param ofServlet what the servlet half has told
   */
  static UndertowFailure of(HttpServerExchange exchange, @Nullable Throwable ofServlet) {
    boolean disconnected = ClientGone.during(exchange);
    Throwable thrown = exchange.getAttachment(DefaultResponseListener.EXCEPTION);
    if (thrown == null) {
      thrown = ofServlet;
    }
    if (thrown == null) {
      return disconnected ? new UndertowFailure(null, true, false) : NONE;
    }
    thrown = unwrapped(thrown);
    if (thrown instanceof IOException
        && Exceptions.isThrownBy(thrown, "io.undertow.", "org.xnio.")) {
      int status = exchange.getStatusCode();
      boolean refused = status >= 400 && status < 500;
      return new UndertowFailure(null, disconnected || !refused, false);
    }
    return Exceptions.isMadeIn(thrown, PATH_MATCHING)
        ? new UndertowFailure(null, disconnected, true)
        : new UndertowFailure(thrown, disconnected, false);
  }

  /** What the application threw and nobody handled, out of the container's wrappers; or null. */
  @Nullable Throwable thrown() {
    return thrown;
  }

  /** Whether reading from or writing to the client failed. */
  boolean disconnected() {
    return disconnected;
  }

  /** Whether Undertow could not make a path of the target, and answers 500 to that. */
  boolean refused() {
    return refused;
  }

  private static Throwable unwrapped(Throwable thrown) {
    return Wrappers.unwrap(thrown, UndertowFailure::isWrapper);
  }

  /** {@code RequestDispatcherImpl} wraps what the target of a dispatch threw. */
  private static boolean isWrapper(Throwable thrown) {
    return Exceptions.isA(
            thrown, "jakarta.servlet.ServletException", "javax.servlet.ServletException")
        || (thrown.getClass() == RuntimeException.class
            && Exceptions.isMadeIn(thrown, "io.undertow.servlet."));
  }
}
