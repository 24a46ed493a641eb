package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Advice for requests on Jetty 12 that fail. */
final class Jetty12FailureAdvice {

  private Jetty12FailureAdvice() {}

  /**
   * Around {@code ChannelCallback.failed}: a handler has failed, or Jetty refuses the request
   * without asking one. The error page is made here.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState$ChannelCallback",
      method = "failed",
      descriptor = "(Ljava/lang/Throwable;)V")
  static final class FailureAdvice {

    private FailureAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
        @Advice.FieldValue("_request") Request request, @Advice.Argument(0) Throwable failure) {
      JettyExchange exchange = RequestStream.exchange(request);
      if (exchange == null) {
        return RequestScope.makeCurrent(null);
      }
      exchange.failed(failure);
      return RequestScope.makeCurrent(exchange.begin());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /**
   * Before {@code Response.writeError}, by which a context answers for a handler that threw,
   * instead of letting Jetty know of the failure.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.Response",
      method = "writeError",
      descriptor =
          "(Lorg/eclipse/jetty/server/Request;Lorg/eclipse/jetty/server/Response;"
              + "Lorg/eclipse/jetty/util/Callback;ILjava/lang/String;Ljava/lang/Throwable;)V")
  static final class ErrorAdvice {

    private ErrorAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.Argument(0) Request request,
        @Advice.Argument(3) int status,
        @Advice.Argument(5) @Nullable Throwable cause) {
      JettyExchange exchange = cause == null ? null : RequestStream.exchange(request);
      if (exchange != null && cause != null) {
        exchange.answeredFor(cause, status);
      }
    }
  }

  /**
   * Before {@code ErrorCallback.succeeded}, which sends an error that no error page was written
   * for.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState$ErrorCallback",
      method = "succeeded",
      descriptor = "()V")
  static final class ErrorSentAdvice {

    private ErrorSentAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("_errorResponse") Response response) {
      Jetty12ResponseAdvice.WriteAdvice.enter(response, true);
    }
  }

  /** Before {@code HttpChannelState.onFailure}: the client has gone, or reset the stream. */
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState",
      method = "onFailure",
      descriptor = "(Ljava/lang/Throwable;)Ljava/lang/Runnable;")
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState",
      method = "onRemoteFailure",
      descriptor = "(Ljava/lang/Throwable;)Ljava/lang/Runnable;",
      in = Presence.SOME_VERSIONS)
  static final class ConnectionFailureAdvice {

    private ConnectionFailureAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This HttpChannel channel, @Advice.Argument(0) Throwable failure) {
      JettyExchange exchange = RequestStream.exchange(channel.getRequest());
      if (exchange != null) {
        exchange.connectionFailed(failure);
      }
    }
  }
}
