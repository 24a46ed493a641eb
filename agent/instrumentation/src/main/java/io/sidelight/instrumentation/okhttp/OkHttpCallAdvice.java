package io.sidelight.instrumentation.okhttp;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import java.io.IOException;
import net.bytebuddy.asm.Advice;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Advice for a call as a whole, whose class depends on the version. */
final class OkHttpCallAdvice {

  private OkHttpCallAdvice() {}

  /**
   * {@code RealCall.callStart}: the application makes a call. At its end, so that a call which the
   * application's event listener has stopped is none.
   */
  @AdviceOn(type = "okhttp3.internal.connection.RealCall", method = "callStart", descriptor = "()V")
  static final class CallStartAdvice {

    private CallStartAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Call call) {
      TrackedCall.begin(call);
    }
  }

  /** {@code Transmitter.callStart}: {@link CallStartAdvice} up to 4.3. */
  @AdviceOn(
      type = "okhttp3.internal.connection.Transmitter",
      method = "callStart",
      descriptor = "()V")
  static final class TransmitterStartAdvice {

    private TransmitterStartAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.FieldValue("call") Call call) {
      TrackedCall.begin(call);
    }
  }

  /**
   * {@code RealCall.getResponseWithInterceptorChain}: all that a call does up to the headers, on
   * one thread, synchronous or not.
   */
  @AdviceOn(
      type = "okhttp3.RealCall",
      method = "getResponseWithInterceptorChain",
      descriptor = "()Lokhttp3/Response;")
  @AdviceOn(
      type = "okhttp3.internal.connection.RealCall",
      method = "getResponseWithInterceptorChain$okhttp",
      descriptor = "()Lokhttp3/Response;")
  static final class ChainAdvice {

    private ChainAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This Call call) {
      TrackedCall tracked = TrackedCall.OPEN.get(call);
      if (tracked != null) {
        tracked.enterChain();
      }
      return tracked;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object tracked,
        @Advice.Return @Nullable Response response,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (tracked != null) {
        ((TrackedCall) tracked).leaveChain(response, thrown);
      }
    }
  }

  /**
   * {@code RealCall.AsyncCall}: what is done for an asynchronous call, its callback included, is
   * done for the request that has made it. That it is handed over is, too: the thread that does it
   * may just have finished another call and be in the request of that one.
   */
  @AdviceOn(
      type = "okhttp3.RealCall$AsyncCall",
      method = {"execute", "run"},
      descriptor = "()V",
      in = Presence.ONE_OF_SEVERAL)
  @AdviceOn(
      type = {"okhttp3.RealCall$AsyncCall", "okhttp3.internal.connection.RealCall$AsyncCall"},
      method = "executeOn",
      descriptor = "(Ljava/util/concurrent/ExecutorService;)V")
  @AdviceOn(
      type = "okhttp3.internal.connection.RealCall$AsyncCall",
      method = "run",
      descriptor = "()V")
  @AdviceOn(
      type = "okhttp3.internal.connection.RealCall$AsyncCall",
      method = "failRejected$okhttp",
      descriptor = "(Ljava/util/concurrent/RejectedExecutionException;)V",
      in = Presence.SOME_VERSIONS)
  static final class AsyncCallAdvice {

    private AsyncCallAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.FieldValue("this$0") Call call) {
      TrackedCall tracked = TrackedCall.OPEN.get(call);
      return tracked == null
          ? null
          : new Entered(tracked, RequestScope.makeCurrent(tracked.scope()));
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
      if (entered != null) {
        ((Entered) entered).leave(thrown);
      }
    }

    /** A thread inside the request of a call. */
    static final class Entered {

      private final TrackedCall tracked;
      private final ScopeToken token;

      private Entered(TrackedCall tracked, ScopeToken token) {
        this.tracked = tracked;
        this.token = token;
      }

      private void leave(@Nullable Throwable thrown) {
        token.close();
        if (thrown != null) {
          tracked.notStarted(thrown);
        }
      }
    }
  }

  /**
   * {@code RealCall.callDone}: the call is over, its body read to the end, closed or failed. The
   * exception that it returns is the one that the application sees.
   */
  @AdviceOn(
      type = "okhttp3.internal.connection.RealCall",
      method = "callDone",
      descriptor = "(Ljava/io/IOException;)Ljava/io/IOException;",
      in = Presence.ONE_OF_SEVERAL)
  static final class CallDoneAdvice {

    private CallDoneAdvice() {}

    @Advice.OnMethodExit
    static void exit(
        @Advice.This Call call,
        @Advice.Argument(0) @Nullable IOException cause,
        @Advice.Return @Nullable IOException seen) {
      TrackedCall tracked = TrackedCall.OPEN.get(call);
      if (tracked != null) {
        tracked.done(cause, seen);
      }
    }
  }

  /**
   * {@code RealCall.maybeReleaseConnection}: {@link CallDoneAdvice} in the first releases of 4.4
   * and later, where the method also comes by in between.
   */
  @AdviceOn(
      type = "okhttp3.internal.connection.RealCall",
      method = "maybeReleaseConnection",
      descriptor = "(Ljava/io/IOException;Z)Ljava/io/IOException;",
      in = Presence.ONE_OF_SEVERAL)
  static final class ReleaseAdvice {

    private ReleaseAdvice() {}

    @Advice.OnMethodExit
    static void exit(
        @Advice.This Call call,
        @Advice.FieldValue("noMoreExchanges") boolean noMoreExchanges,
        @Advice.FieldValue("exchange") @Nullable Object exchange,
        @Advice.Argument(0) @Nullable IOException cause,
        @Advice.Return @Nullable IOException seen) {
      if (noMoreExchanges && exchange == null) {
        OkHttpCallAdvice.CallDoneAdvice.exit(call, cause, seen);
      }
    }
  }

  /** {@code Transmitter.maybeReleaseConnection}: {@link ReleaseAdvice} up to 4.3. */
  @AdviceOn(
      type = "okhttp3.internal.connection.Transmitter",
      method = "maybeReleaseConnection",
      descriptor = "(Ljava/io/IOException;Z)Ljava/io/IOException;")
  static final class TransmitterReleaseAdvice {

    private TransmitterReleaseAdvice() {}

    @Advice.OnMethodExit
    static void exit(
        @Advice.FieldValue("call") Call call,
        @Advice.FieldValue("noMoreExchanges") boolean noMoreExchanges,
        @Advice.FieldValue("exchange") @Nullable Object exchange,
        @Advice.Argument(0) @Nullable IOException cause,
        @Advice.Return @Nullable IOException seen) {
      OkHttpCallAdvice.ReleaseAdvice.exit(call, noMoreExchanges, exchange, cause, seen);
    }
  }
}
