package io.sidelight.instrumentation.okhttp;

import io.sidelight.dependency.http.HttpCall;
import io.sidelight.request.RequestScope;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Advice for what a call sends and receives. */
final class OkHttpExchangeAdvice {

  private OkHttpExchangeAdvice() {}

  /**
   * {@code Exchange.writeRequestHeaders}, once for each request that goes out. It knows the call,
   * and tells {@link CodecAdvice}, which doesn't.
   */
  @AdviceOn(
      type = "okhttp3.internal.connection.Exchange",
      method = "writeRequestHeaders",
      descriptor = "(Lokhttp3/Request;)V")
  static final class SendAdvice {

    private SendAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.FieldValue("call") Call call) {
      TrackedCall tracked = TrackedCall.OPEN.get(call);
      return tracked == null ? null : tracked.enterAttempt();
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object attempt) {
      if (attempt != null) {
        HttpCall.leave(((Attempt) attempt).outer);
      }
    }

    /** An attempt on another thread than the one that the call is made on: an interceptor may. */
    static final class Attempt {

      private final @Nullable Object outer;

      Attempt(@Nullable Object outer) {
        this.outer = outer;
      }
    }
  }

  /**
   * {@code ExchangeCodec.writeRequestHeaders}: what is sent, after all interceptors. Only the codec
   * sees the request with the header: responses, the cache and event listeners keep theirs.
   */
  @AdviceOn(
      type = {
        "okhttp3.internal.http1.Http1ExchangeCodec",
        "okhttp3.internal.http2.Http2ExchangeCodec"
      },
      method = "writeRequestHeaders",
      descriptor = "(Lokhttp3/Request;)V")
  static final class CodecAdvice {

    private CodecAdvice() {}

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Request request(@Advice.Argument(0) Request request) {
      HttpCall call = HttpCall.enclosing();
      if (call == null) {
        return null;
      }
      OutgoingRequest outgoing = new OutgoingRequest(request);
      call.attempt(outgoing);
      return outgoing.changed();
    }
  }

  /**
   * {@code Exchange.responseHeadersEnd}: a server has answered, and OkHttp may go on from there.
   */
  @AdviceOn(
      type = "okhttp3.internal.connection.Exchange",
      method = "responseHeadersEnd",
      descriptor = "(Lokhttp3/Response;)V")
  static final class AnswerAdvice {

    private AnswerAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("call") Call call, @Advice.Argument(0) Response response) {
      TrackedCall tracked = TrackedCall.OPEN.get(call);
      if (tracked != null) {
        tracked.answered(response);
      }
    }
  }

  /**
   * {@code RealWebSocket}: a message has come. The thread of the call that opened the web socket
   * reads from it as long as it is open; once the request of the call is complete, what comes has
   * nothing to do with that any more.
   */
  @AdviceOn(
      type = "okhttp3.internal.ws.RealWebSocket",
      method = "onReadClose",
      descriptor = "(ILjava/lang/String;)V")
  @AdviceOn(type = "okhttp3.internal.ws.RealWebSocket", method = "onReadMessage")
  static final class WebSocketAdvice {

    private WebSocketAdvice() {}

    @Advice.OnMethodEnter
    static void enter() {
      RequestScope scope = RequestScope.current();
      if (scope != null && scope.isFinished()) {
        RequestScope.makeCurrent(null).keep(); // until OkHttpCallAdvice.AsyncCallAdvice
      }
    }
  }
}
