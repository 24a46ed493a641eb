package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
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
