package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import java.security.Principal;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.security.UserIdentity;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Advice for a request on Jetty 12, from the first handler to its end. */
final class Jetty12RequestAdvice {

  private Jetty12RequestAdvice() {}

  /** Around {@code HandlerInvoker.run}: the request begins, and this thread works for it. */
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState$HandlerInvoker",
      method = "run",
      descriptor = "()V")
  static final class HandleAdvice {

    private HandleAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.FieldValue("this$0") HttpChannel channel) {
      JettyExchange exchange = RequestStream.exchange(channel.getRequest());
      return exchange == null
          ? null
          : new Visit(exchange, RequestScope.makeCurrent(exchange.handle()));
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object entered) {
      if (entered != null) {
        Visit visit = (Visit) entered;
        visit.token.close();
        visit.exchange.handlerReturned();
      }
    }

    /**
     * The request that the thread is in. The channel can't tell at the end: it may have gone on to
     * the next one.
     */
    private static final class Visit {

      private final JettyExchange exchange;
      private final ScopeToken token;

      Visit(JettyExchange exchange, ScopeToken token) {
        this.exchange = exchange;
        this.token = token;
      }
    }
  }

  /**
   * After the constructor of {@code ChannelResponse}: request and response are there. A further one
   * that is made to answer an error finds the exchange in place.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState$ChannelResponse",
      method = "<init>",
      descriptor = "(Lorg/eclipse/jetty/server/internal/HttpChannelState$ChannelRequest;)V")
  static final class ResponseAdvice {

    private ResponseAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Response response) {
      RequestStream.attach(response.getRequest(), new JettyExchange(response));
    }
  }

  /**
   * Around the methods that get a request as their first argument and may do so when it is resumed:
   * {@code ContextHandler.handle}, below whatever handler has held the request back, and {@code
   * QoSHandler.failSuspended}.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.handler.ContextHandler",
      method = "handle",
      descriptor =
          "(Lorg/eclipse/jetty/server/Request;Lorg/eclipse/jetty/server/Response;"
              + "Lorg/eclipse/jetty/util/Callback;)Z")
  @AdviceOn(
      type = "org.eclipse.jetty.server.handler.QoSHandler",
      method = "failSuspended",
      descriptor =
          "(Lorg/eclipse/jetty/server/Request;Lorg/eclipse/jetty/server/Response;"
              + "Lorg/eclipse/jetty/util/Callback;ILjava/lang/Throwable;)V",
      in = Presence.SOME_VERSIONS)
  static final class HandlingAdvice {

    private HandlingAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) @Nullable Request request) {
      return Threads.enter(request);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /**
   * Around {@code ServletChannel.handle} of ee10 and up: servlets are called, for the first time or
   * again for asynchronous work, on whatever thread.
   */
  @AdviceOn(
      type = {
        "org.eclipse.jetty.ee10.servlet.ServletChannel",
        "org.eclipse.jetty.ee11.servlet.ServletChannel"
      },
      method = "handle",
      descriptor = "()V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      type = "org.eclipse.jetty.ee10.servlet.ServletChannel",
      method = "handle",
      descriptor = "()Z",
      in = Presence.SOME_VERSIONS)
  static final class ServletAdvice {

    private ServletAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
        @Advice.FieldValue("_servletContextRequest") @Nullable Request request) {
      return Threads.enterServlets(request);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /** The same as {@link ServletAdvice} around {@code HttpChannel.handle} of ee8 and ee9. */
  @AdviceOn(
      type = {
        "org.eclipse.jetty.ee8.nested.HttpChannel",
        "org.eclipse.jetty.ee9.nested.HttpChannel"
      },
      method = "handle",
      descriptor = "()Z")
  static final class NestedServletAdvice {

    private NestedServletAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.FieldValue("_coreRequest") @Nullable Request request) {
      return Threads.enterServlets(request);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /** After {@code Request.setAuthenticationState}: Jetty may know the user now. */
  @AdviceOn(
      type = "org.eclipse.jetty.server.Request",
      method = "setAuthenticationState",
      descriptor =
          "(Lorg/eclipse/jetty/server/Request;"
              + "Lorg/eclipse/jetty/server/Request$AuthenticationState;)V")
  static final class AuthenticationAdvice {

    private AuthenticationAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Argument(0) Request request) {
      RequestScope scope = RequestStream.scope(request);
      if (scope != null) {
        RequestLifecycle.get().identify(scope);
      }
    }
  }

  /**
   * After {@code LoginAuthenticator.login}: somebody has given the right password. Not all of them
   * get as far as {@link AuthenticationAdvice}: who fills in a form is sent to another page, who
   * lacks a role is refused, and ee8 and ee9 tell nobody of a login by the application.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.ee8.security.authentication.LoginAuthenticator",
      method = "login",
      descriptor =
          "(Ljava/lang/String;Ljava/lang/Object;Ljavax/servlet/ServletRequest;)"
              + "Lorg/eclipse/jetty/security/UserIdentity;")
  @AdviceOn(
      type = "org.eclipse.jetty.ee9.security.authentication.LoginAuthenticator",
      method = "login",
      descriptor =
          "(Ljava/lang/String;Ljava/lang/Object;Ljakarta/servlet/ServletRequest;)"
              + "Lorg/eclipse/jetty/security/UserIdentity;")
  @AdviceOn(
      type = "org.eclipse.jetty.security.authentication.LoginAuthenticator",
      method = "login",
      descriptor =
          "(Ljava/lang/String;Ljava/lang/Object;Lorg/eclipse/jetty/server/Request;"
              + "Lorg/eclipse/jetty/server/Response;)"
              + "Lorg/eclipse/jetty/security/UserIdentity;")
  static final class LoginAdvice {

    private LoginAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Return @Nullable UserIdentity identity) {
      Principal principal = identity == null ? null : identity.getUserPrincipal();
      RequestScope scope = RequestScope.current();
      if (principal != null && scope != null) {
        RequestLifecycle.get().authenticated(scope, principal);
      }
    }
  }

  /**
   * Around {@code completeStream}, the single end of a request, where Jetty logs it. A request that
   * has succeeded is completed by {@link RequestStream}, since the thread may go on for long.
   */
  @AdviceOn(
      type = {
        "org.eclipse.jetty.server.internal.HttpChannelState",
        "org.eclipse.jetty.server.internal.HttpChannelState$HandlerInvoker"
      },
      method = "completeStream",
      descriptor = "(Lorg/eclipse/jetty/server/HttpStream;Ljava/lang/Throwable;)V",
      in = Presence.SOME_VERSIONS)
  static final class CompletionAdvice {

    private CompletionAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) HttpStream stream) {
      JettyExchange exchange = RequestStream.exchange(stream);
      if (exchange != null) {
        exchange.completing();
      }
      return exchange;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object exchange) {
      if (exchange != null) {
        ((JettyExchange) exchange).complete();
      }
    }
  }
}
