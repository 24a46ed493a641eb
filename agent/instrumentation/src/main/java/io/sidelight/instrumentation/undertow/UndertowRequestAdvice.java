package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;

/** Advice for a request on Undertow, from its first line to its end. */
final class UndertowRequestAdvice {

  private UndertowRequestAdvice() {}

  /**
   * Around {@code Connectors.executeRootHandler}: the request begins, or comes back on the thread
   * that it was dispatched to, and this thread works for it.
   */
  static final class RootHandlerAdvice {

    private RootHandlerAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(1) HttpServerExchange exchange) {
      UndertowExchange known = UndertowExchange.of(exchange);
      return RequestScope.makeCurrent(
          known == null ? UndertowExchange.begin(exchange).scope() : known.scope());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /**
   * Around {@code HttpReadListener.sendBadRequestAndClose}, by which HTTP/1 refuses what it can't
   * read. No handler and no access log ever sees such a request, and its answer is a ready-made
   * text.
   */
  static final class RefusalAdvice {

    private RefusalAdvice() {}

    /**
     * Returns the refusal that has begun.
     *
     * @param parsed what was being parsed, null when it was whole before it was found wanting
     */
    @Advice.OnMethodEnter
    static Object enter(
        @Advice.Argument(0) StreamConnection connection,
        @Advice.FieldValue("httpServerExchange") @Nullable HttpServerExchange parsed,
        @Advice.FieldValue("connection") Object server) {
      return Refusal.begin(connection, parsed == null ? UndertowFields.current(server) : parsed);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object refusal) {
      if (refusal != null) {
        ((Refusal) refusal).complete();
      }
    }
  }

  /**
   * Before {@code ServletInitialHandler.handleFirstRequest}, which a request and each asynchronous
   * dispatch of it go through: from here on the web application can be asked.
   */
  static final class FirstRequestAdvice {

    private FirstRequestAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.Argument(0) HttpServerExchange exchange,
        @Advice.Argument(1) ServletRequestContext context) {
      RequestScope scope = RequestScope.current();
      if (scope != null) {
        ServletScope.attach(exchange, scope);
        scope.application(new ServletApplication(exchange, context));
        RequestLifecycle.get().identify(scope);
      }
    }
  }

  /** After {@code AbstractSecurityContext.authenticationComplete}: somebody has logged in. */
  static final class AuthenticationAdvice {

    private AuthenticationAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.FieldValue("exchange") HttpServerExchange exchange) {
      UndertowExchange known = UndertowExchange.of(exchange);
      if (known != null) {
        RequestLifecycle.get().identify(known.scope());
      }
    }
  }

  /**
   * Before {@code LoggingExceptionHandler.handleThrowable}, which gets what left the filters and
   * servlets of a request. A handler that an application has put in its place may handle
   * exceptions, and is not asked.
   */
  static final class ThrownAdvice {

    private ThrownAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(3) Throwable thrown) {
      RequestScope scope = RequestScope.current();
      if (scope != null) {
        scope.thrown(thrown);
      }
    }
  }

  /**
   * Before {@code Connectors.flattenCookies}, by which every protocol starts to write the headers:
   * the last moment at which they can be changed.
   */
  static final class CommitAdvice {

    private static final int OK = 200;

    private CommitAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) HttpServerExchange exchange) {
      UndertowExchange known = UndertowExchange.of(exchange);
      if (known != null) {
        known.committing();
      } else if (exchange.getStatusCode() >= OK) {
        // Refused by HTTP/2 or AJP before the root handler; a 100 has an exchange of its own.
        UndertowExchange.refuse(exchange).committing();
      }
    }
  }

  /**
   * Around {@code exchangeComplete} of a connection, which Undertow calls when the last completion
   * listener, and so the access log, is done. In there it starts the next request, or hands the
   * connection to the protocol that it was upgraded to: neither is this request's work.
   */
  static final class CompletionAdvice {

    private CompletionAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) HttpServerExchange exchange) {
      UndertowExchange known = UndertowExchange.of(exchange);
      if (known != null) {
        known.complete();
      }
      return RequestScope.makeCurrent(null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /**
   * After {@code HttpServerExchange.invokeExchangeCompleteListeners}: completes a request whose
   * listeners have not led to {@code exchangeComplete}, because one threw or goes on later.
   */
  static final class SweepAdvice {

    private SweepAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This HttpServerExchange exchange) {
      UndertowExchange known = UndertowExchange.of(exchange);
      if (known != null) {
        known.complete();
      }
    }
  }
}
