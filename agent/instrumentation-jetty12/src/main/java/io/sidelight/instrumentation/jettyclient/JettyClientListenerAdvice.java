package io.sidelight.instrumentation.jettyclient;

import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpExchange;
import org.jspecify.annotations.Nullable;

/** Advice for what the client calls of the application, on threads of its own. */
final class JettyClientListenerAdvice {

  private JettyClientListenerAdvice() {}

  /** Around what tells listeners of a response. */
  @AdviceOn(
      type = "org.eclipse.jetty.client.transport.ResponseListeners",
      method = {"notifyBegin", "notifyHeaders", "notifySuccess"},
      descriptor = "(Lorg/eclipse/jetty/client/Response;)V")
  @AdviceOn(
      type = "org.eclipse.jetty.client.transport.ResponseListeners",
      method = "notifyFailure",
      descriptor = "(Lorg/eclipse/jetty/client/Response;Ljava/lang/Throwable;)V")
  @AdviceOn(
      type = "org.eclipse.jetty.client.transport.ResponseListeners",
      method = "notifyContentSource",
      descriptor = "(Lorg/eclipse/jetty/client/Response;Lorg/eclipse/jetty/io/Content$Source;)V")
  static final class ResponseAdvice {

    private ResponseAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) Response response) {
      return JettyCall.enterScope(response.getRequest());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /** Around what tells listeners of the end, the agent's own among them. */
  @AdviceOn(
      type = "org.eclipse.jetty.client.transport.ResponseListeners",
      method = "notifyComplete",
      descriptor = "(Lorg/eclipse/jetty/client/Result;)V")
  static final class CompleteAdvice {

    private CompleteAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) Result result) {
      return JettyCall.enterScope(result.getRequest());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /** Around what runs the application's demand for more of the body. */
  @AdviceOn(
      type = "org.eclipse.jetty.client.transport.HttpReceiver",
      method = "responseContentAvailable",
      descriptor = "(Lorg/eclipse/jetty/client/transport/HttpExchange;)V",
      in = Presence.SOME_VERSIONS)
  static final class ContentAdvice {

    private ContentAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) HttpExchange exchange) {
      return JettyCall.enterScope(exchange.getRequest());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }
}
