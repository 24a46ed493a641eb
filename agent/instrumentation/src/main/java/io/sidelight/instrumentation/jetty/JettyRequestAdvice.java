package io.sidelight.instrumentation.jetty;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Authentication;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Advice for a request on Jetty 9 to 11, from its first line to its end. */
final class JettyRequestAdvice {

  private JettyRequestAdvice() {}

  /**
   * Around {@code HttpChannel.handle}: the request begins, or goes on after it was suspended, and
   * this thread works for it.
   */
  @AdviceOn(type = "org.eclipse.jetty.server.HttpChannel", method = "handle", descriptor = "()Z")
  static final class HandleAdvice {

    private HandleAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This HttpChannel channel) {
      JettyExchange exchange = JettyExchange.ofOrBegin(channel);
      return RequestScope.makeCurrent(exchange == null ? null : exchange.scope());
    }

    /**
     * Completes a request that Jetty has forgotten, see {@link
     * JettyResponseAdvice.EndOfOutputAdvice}.
     */
    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This HttpChannel channel, @Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
      JettyExchange exchange = JettyExchange.of(channel);
      if (exchange != null && exchange.isForgotten()) {
        exchange.complete(channel);
      }
    }
  }

  /**
   * Around {@code HttpChannel.onBadMessage}, by which Jetty answers what it can't read: a request
   * line, a header, a path that leads out of the root.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.HttpChannel",
      method = "onBadMessage",
      descriptor = {"(ILjava/lang/String;)V", "(Lorg/eclipse/jetty/http/BadMessageException;)V"},
      in = Presence.SOME_VERSIONS)
  static final class RefusalAdvice {

    private RefusalAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This HttpChannel channel) {
      boolean handled = JettyExchange.of(channel) != null;
      JettyExchange exchange = JettyExchange.ofOrBegin(channel);
      if (exchange == null) {
        return RequestScope.makeCurrent(null);
      }
      if (!handled) {
        exchange.refuse();
      }
      Refusals.begin(exchange);
      return RequestScope.makeCurrent(exchange.scope());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      Refusals.end(RequestScope.current());
      ScopeToken.close(token);
    }
  }

  /**
   * Before {@code ErrorHandler.badMessageError}, which fills the headers of a refusal. From 10 on
   * they can't be changed any more when they are sent.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.handler.ErrorHandler",
      method = "badMessageError",
      descriptor = {
        "(ILjava/lang/String;Lorg/eclipse/jetty/http/HttpFields$Mutable;)"
            + "Ljava/nio/ByteBuffer;",
        "(ILjava/lang/String;Lorg/eclipse/jetty/http/HttpFields;)" + "Ljava/nio/ByteBuffer;"
      },
      in = Presence.SOME_VERSIONS)
  static final class RefusalHeadersAdvice {

    private RefusalHeadersAdvice() {}

    /**
     * @param fields {@code HttpFields} in 9.4, {@code HttpFields.Mutable} since
     */
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(2) Iterable<HttpField> fields) {
      JettyExchange exchange = Refusals.current();
      if (exchange != null) {
        exchange.refusing(fields);
      }
    }
  }

  /** Before {@code SessionHandler.doHandle}: the request knows its session, if it has one. */
  @AdviceOn(
      type = "org.eclipse.jetty.server.session.SessionHandler",
      method = "doHandle",
      descriptor = {
        "(Ljava/lang/String;Lorg/eclipse/jetty/server/Request;"
            + "Ljakarta/servlet/http/HttpServletRequest;"
            + "Ljakarta/servlet/http/HttpServletResponse;)V",
        "(Ljava/lang/String;Lorg/eclipse/jetty/server/Request;"
            + "Ljavax/servlet/http/HttpServletRequest;"
            + "Ljavax/servlet/http/HttpServletResponse;)V"
      },
      in = Presence.SOME_VERSIONS)
  static final class SessionAdvice {

    private SessionAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(1) Request request) {
      JettyExchange.identify(request);
    }
  }

  /**
   * After {@code Request.setAuthentication}, and {@code login}, which does without: somebody may
   * have logged in.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.Request",
      method = "login",
      descriptor = "(Ljava/lang/String;Ljava/lang/String;)V")
  @AdviceOn(
      type = "org.eclipse.jetty.server.Request",
      method = "setAuthentication",
      descriptor = "(Lorg/eclipse/jetty/server/Authentication;)V")
  static final class AuthenticationAdvice {

    private AuthenticationAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Request request) {
      if (request.getAuthentication() instanceof Authentication.User) {
        JettyExchange.identify(request);
      }
    }
  }

  /** Before {@code HttpChannel.handleException}, which gets what no handler has caught. */
  @AdviceOn(
      type = "org.eclipse.jetty.server.HttpChannel",
      method = "handleException",
      descriptor = "(Ljava/lang/Throwable;)V")
  static final class FailureAdvice {

    private FailureAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This HttpChannel channel, @Advice.Argument(0) Throwable thrown) {
      JettyExchange exchange = JettyExchange.of(channel);
      if (exchange != null) {
        exchange.failed(thrown);
      }
    }
  }

  /**
   * Before {@code HttpChannel.onCompleted}, which writes the access log and lets the transport take
   * the channel back; and before {@code recycle}, for a request that {@code onCompleted} has
   * missed.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.HttpChannel",
      method = {"onCompleted", "recycle"},
      descriptor = "()V")
  static final class CompletionAdvice {

    private CompletionAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This HttpChannel channel) {
      JettyExchange exchange = JettyExchange.of(channel);
      if (exchange != null) {
        exchange.complete(channel);
      }
    }
  }

  /**
   * Around {@code HttpConnection.onCompleted}, which follows the end of a request. After an upgrade
   * this thread goes on to the frames of a WebSocket that have arrived, which are not the
   * request's.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.HttpConnection",
      method = "onCompleted",
      descriptor = "()V")
  static final class ConnectionCompletionAdvice {

    private ConnectionCompletionAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter() {
      return RequestScope.makeCurrent(null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }
}
