package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Advice for the response of Jetty 12: its headers, its bytes, its end. */
final class Jetty12ResponseAdvice {

  private Jetty12ResponseAdvice() {}

  /** Before {@code ChannelResponse.write}: the first one sends the headers. */
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState$ChannelResponse",
      method = "write",
      descriptor = "(ZLjava/nio/ByteBuffer;Lorg/eclipse/jetty/util/Callback;)V")
  static final class WriteAdvice {

    private WriteAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Response response, @Advice.Argument(0) boolean last) {
      boolean first = !response.isCommitted();
      JettyExchange exchange = first || last ? RequestStream.exchange(response.getRequest()) : null;
      if (exchange == null) {
        return;
      }
      if (first) {
        exchange.committing(response);
      }
      if (last) {
        exchange.writingLast();
      }
    }
  }

  /**
   * Around {@code ChannelResponse.succeeded}, by which the writer is told that its bytes are on
   * their way, on a thread of the connection: over HTTP/2 one that has just written for another
   * request.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState$ChannelResponse",
      method = "succeeded",
      descriptor = "()V")
  static final class WrittenAdvice {

    private WrittenAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This Response response) {
      return Threads.enter(response.getRequest());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /**
   * Around {@code ChannelResponse.failed}: what was written did not go out, and the writer is told.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState$ChannelResponse",
      method = "failed",
      descriptor = "(Ljava/lang/Throwable;)V")
  static final class WriteFailureAdvice {

    private WriteFailureAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
        @Advice.This Response response, @Advice.Argument(0) @Nullable Throwable thrown) {
      JettyExchange exchange = RequestStream.exchange(response.getRequest());
      if (exchange != null) {
        exchange.writeFailed(thrown);
      }
      return Threads.enter(response.getRequest());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /** Before {@code ChannelCallback.succeeded}, which sends a response that has no body. */
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState$ChannelCallback",
      method = "succeeded",
      descriptor = "()V")
  static final class SuccessAdvice {

    private SuccessAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("_request") Request request) {
      JettyExchange exchange = RequestStream.exchange(request);
      if (exchange != null) {
        exchange.succeeded();
      }
    }
  }
}
