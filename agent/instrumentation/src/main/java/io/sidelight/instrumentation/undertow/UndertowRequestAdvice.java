package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
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
  @AdviceOn(
      type = "io.undertow.server.Connectors",
      method = "executeRootHandler",
      descriptor = "(Lio/undertow/server/HttpHandler;Lio/undertow/server/HttpServerExchange;)V")
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
  @AdviceOn(
      type = "io.undertow.server.protocol.http.HttpReadListener",
      method = "sendBadRequestAndClose",
      descriptor = "(Lorg/xnio/StreamConnection;Ljava/lang/Throwable;)V")
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
  @AdviceOn(
      type = "io.undertow.servlet.handlers.ServletInitialHandler",
      method = "handleFirstRequest",
      descriptor =
          "(Lio/undertow/server/HttpServerExchange;"
              + "Lio/undertow/servlet/handlers/ServletRequestContext;)V")
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
  @AdviceOn(
      type = "io.undertow.security.impl.AbstractSecurityContext",
      method = "authenticationComplete",
      descriptor = "(Lio/undertow/security/idm/Account;Ljava/lang/String;ZZ)V")
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
  @AdviceOn(
      type = "io.undertow.servlet.api.LoggingExceptionHandler",
      method = "handleThrowable",
      descriptor = {
        "(Lio/undertow/server/HttpServerExchange;Ljakarta/servlet/ServletRequest;"
            + "Ljakarta/servlet/ServletResponse;Ljava/lang/Throwable;)Z",
        "(Lio/undertow/server/HttpServerExchange;Ljavax/servlet/ServletRequest;"
            + "Ljavax/servlet/ServletResponse;Ljava/lang/Throwable;)Z"
      },
      in = Presence.SOME_VERSIONS)
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
  @AdviceOn(
      type = "io.undertow.server.Connectors",
      method = "flattenCookies",
      descriptor = "(Lio/undertow/server/HttpServerExchange;)V")
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
  @AdviceOn(
      type = {
        "io.undertow.server.protocol.ajp.AjpServerConnection",
        "io.undertow.server.protocol.http.HttpServerConnection",
        "io.undertow.server.protocol.http2.Http2ServerConnection"
      },
      method = "exchangeComplete",
      descriptor = "(Lio/undertow/server/HttpServerExchange;)V")
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
  @AdviceOn(
      type = "io.undertow.server.HttpServerExchange",
      method = "invokeExchangeCompleteListeners",
      descriptor = "()V")
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
