package io.sidelight.instrumentation.tomcat;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.Session;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/**
 * Advice for a request on Tomcat, from its first line to the moment at which its objects are
 * recycled.
 */
final class TomcatRequestAdvice {

  private TomcatRequestAdvice() {}

  /** Around {@code CoyoteAdapter.service}: the request begins, and this thread works for it. */
  @AdviceOn(
      type = "org.apache.catalina.connector.CoyoteAdapter",
      method = "service",
      descriptor = "(Lorg/apache/coyote/Request;Lorg/apache/coyote/Response;)V")
  static final class ServiceAdvice {

    private ServiceAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
        @Advice.Argument(0) Request request, @Advice.Argument(1) Response response) {
      return RequestScope.makeCurrent(TomcatExchange.begin(request, response).scope());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token, @Advice.Argument(0) Request request) {
      ScopeToken.close(token);
      TomcatExchange exchange = TomcatExchange.of(request);
      if (exchange != null) {
        exchange.left();
      }
    }
  }

  /**
   * Before {@code CoyoteAdapter.log}, by which Tomcat logs what never reached {@code service}: a
   * request line or header that can't be read, a connector that is paused. It recycles the request
   * at its end, and that completes what is begun here.
   */
  @AdviceOn(
      type = "org.apache.catalina.connector.CoyoteAdapter",
      method = "log",
      descriptor = "(Lorg/apache/coyote/Request;Lorg/apache/coyote/Response;J)V")
  static final class RefusalAdvice {

    private static final int SWITCHING_PROTOCOLS = 101;

    private RefusalAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) Request request, @Advice.Argument(1) Response response) {
      // An upgrade to HTTP/2 answers 101 here and serves the same request again as its first
      // stream.
      if (TomcatExchange.of(request) == null && response.getStatus() != SWITCHING_PROTOCOLS) {
        TomcatExchange.begin(request, response);
      }
    }
  }

  /**
   * After {@code setUserPrincipal} of the connector's request, through which every authenticator,
   * {@code request.login} and AJP tell who the user is.
   */
  @AdviceOn(
      type = "org.apache.catalina.connector.Request",
      method = "setUserPrincipal",
      descriptor = "(Ljava/security/Principal;)V")
  static final class PrincipalAdvice {

    private PrincipalAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This org.apache.catalina.connector.Request request) {
      org.apache.coyote.Request coyote = request.getCoyoteRequest();
      TomcatExchange exchange = coyote == null ? null : TomcatExchange.of(coyote);
      if (exchange != null) {
        exchange.authenticated();
      }
    }
  }

  /**
   * After {@code doGetSession} of the connector's request. The agent never calls it: Tomcat counts
   * a session that was asked for as used, which makes it live longer.
   */
  @AdviceOn(
      type = "org.apache.catalina.connector.Request",
      method = "doGetSession",
      descriptor = "(Z)Lorg/apache/catalina/Session;")
  static final class SessionAdvice {

    private SessionAdvice() {}

    @Advice.OnMethodExit
    static void exit(
        @Advice.This org.apache.catalina.connector.Request request,
        @Advice.Return @Nullable Session session) {
      org.apache.coyote.Request coyote = session == null ? null : request.getCoyoteRequest();
      TomcatExchange exchange = coyote == null ? null : TomcatExchange.of(coyote);
      if (exchange != null && session != null) {
        exchange.using(session);
      }
    }
  }

  /**
   * Before {@code recycle} of the connector's request, which Tomcat calls right after its access
   * log, once a request is complete, on every way that one can go.
   */
  @AdviceOn(type = "org.apache.catalina.connector.Request", method = "recycle", descriptor = "()V")
  static final class CompletionAdvice {

    private CompletionAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This org.apache.catalina.connector.Request request) {
      org.apache.coyote.Request coyote = request.getCoyoteRequest();
      TomcatExchange exchange = coyote == null ? null : TomcatExchange.of(coyote);
      if (exchange != null) {
        exchange.complete(request);
      }
    }
  }

  /**
   * Before {@code recycle} of the protocol's request, which is about to serve the next one: lets go
   * of the exchange, and completes one that no other way has completed.
   */
  @AdviceOn(type = "org.apache.coyote.Request", method = "recycle", descriptor = "()V")
  static final class SweepAdvice {

    private SweepAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Request request) {
      TomcatExchange exchange = TomcatExchange.of(request);
      if (exchange != null) {
        exchange.complete();
        TomcatExchange.forget(request);
      }
    }
  }
}
