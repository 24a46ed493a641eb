package io.sidelight.instrumentation.jettyclient;

import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.transport.HttpExchange;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Advice for a call, from its start to the head of its answer. */
final class JettyClientCallAdvice {

  private JettyClientCallAdvice() {}

  /**
   * Around {@code HttpRequest.sendAsync}, which requests come down to that are sent by themselves
   * or on a {@code Destination}. The client itself sends a redirected request, and one with
   * credentials, in the same conversation.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.client.transport.HttpRequest",
      method = "sendAsync",
      descriptor =
          "(Lorg/eclipse/jetty/client/transport/HttpDestination;"
              + "Lorg/eclipse/jetty/client/Response$CompleteListener;)V")
  static final class SendAdvice {

    private SendAdvice() {}

    /** Returns the call if it begins here. */
    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This HttpRequest request) {
      return JettyCall.sent(request);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object begun, @Advice.Thrown @Nullable Throwable thrown) {
      if (begun != null && thrown != null) {
        ((JettyCall) begun).notSent(thrown);
      }
    }
  }

  /**
   * Around {@code HttpConnection.send(HttpChannel, HttpExchange)}: the request has all of Jetty's
   * headers and goes out on a connection, unless that has just been closed for being idle.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.client.transport.HttpConnection",
      method = "send",
      descriptor =
          "(Lorg/eclipse/jetty/client/transport/HttpChannel;"
              + "Lorg/eclipse/jetty/client/transport/HttpExchange;)"
              + "Lorg/eclipse/jetty/client/transport/SendFailure;")
  static final class AttemptAdvice {

    private AttemptAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(1) HttpExchange exchange) {
      JettyCall call = JettyCall.of(exchange.getRequest());
      if (call != null) {
        call.attempted();
      }
    }

    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(1) HttpExchange exchange, @Advice.Return @Nullable Object failure) {
      if (failure != null) {
        JettyCall call = JettyCall.of(exchange.getRequest());
        if (call != null) {
          call.notAttempted();
        }
      }
    }
  }

  /** Before {@code HttpReceiver.responseHeaders}: the head of an answer is here. */
  @AdviceOn(
      type = "org.eclipse.jetty.client.transport.HttpReceiver",
      method = "responseHeaders",
      descriptor = "(Lorg/eclipse/jetty/client/transport/HttpExchange;)V")
  static final class AnswerAdvice {

    private AnswerAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) HttpExchange exchange) {
      JettyCall call = JettyCall.of(exchange.getRequest());
      if (call != null) {
        call.answered(exchange.getResponse());
      }
    }
  }

  /**
   * Around {@code HttpSender.sendHeaders}, which asks the request for its headers once: the answer
   * has those of the agent as well.
   */
  @AdviceOn(
      type = {
        "org.eclipse.jetty.client.transport.internal.HttpSenderOverHTTP",
        "org.eclipse.jetty.http2.client.transport.internal.HttpSenderOverHTTP2"
      },
      method = "sendHeaders",
      descriptor =
          "(Lorg/eclipse/jetty/client/transport/HttpExchange;Ljava/nio/ByteBuffer;Z"
              + "Lorg/eclipse/jetty/util/Callback;)V")
  static final class HeadAdvice {

    private HeadAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) HttpExchange exchange) {
      JettyCall call = JettyCall.of(exchange.getRequest());
      if (call != null) {
        SentHeaders.are(exchange.getRequest(), call.headers(exchange.getRequest()));
      }
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit() {
      SentHeaders.forget();
    }
  }

  /** After {@code HttpRequest.getHeaders}, for {@link HeadAdvice}. */
  @AdviceOn(
      type = "org.eclipse.jetty.client.transport.HttpRequest",
      method = "getHeaders",
      descriptor = "()Lorg/eclipse/jetty/http/HttpFields;")
  static final class HeadersAdvice {

    private HeadersAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable HttpFields exit(@Advice.This HttpRequest request) {
      return SentHeaders.of(request);
    }
  }
}
