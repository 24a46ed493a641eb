package io.sidelight.instrumentation.jdkhttp;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/** Advice for a call as a whole. */
final class JdkHttpCallAdvice {

  private JdkHttpCallAdvice() {}

  /**
   * Into {@code HttpClientImpl.sendAsync}: the body handler goes through the client with its call.
   */
  @AdviceOn(
      type = "jdk.internal.net.http.HttpClientImpl",
      method = "sendAsync",
      descriptor =
          "(Ljava/net/http/HttpRequest;Ljava/net/http/HttpResponse$BodyHandler;"
              + "Ljava/net/http/HttpResponse$PushPromiseHandler;"
              + "Ljava/util/concurrent/Executor;)Ljava/util/concurrent/CompletableFuture;")
  static final class HandlerAdvice {

    private HandlerAdvice() {}

    /** A handler that is missing stays missing, for the client to say so. */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(1))
    static HttpResponse.@Nullable BodyHandler<?> handler(
        @Advice.Argument(1) HttpResponse.@Nullable BodyHandler<?> handler) {
      return handler == null ? null : new FollowedHandler<>(handler, new ClientCall());
    }
  }

  /** Around {@code HttpClientImpl.start}: the client's thread belongs to no request. */
  @AdviceOn(
      type = "jdk.internal.net.http.HttpClientImpl",
      method = "start",
      descriptor = "()V",
      in = Presence.SOME_VERSIONS)
  static final class ClientStartAdvice {

    private ClientStartAdvice() {}

    @Advice.OnMethodEnter
    static Object enter() {
      return RequestScope.makeCurrent(null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /**
   * Around {@code MultiExchange.responseAsync}, once for each call. What the client does in there
   * is not the request's work: connections and their tasks outlive it.
   */
  @AdviceOn(
      type = "jdk.internal.net.http.MultiExchange",
      method = "responseAsync",
      descriptor = "(Ljava/util/concurrent/Executor;)Ljava/util/concurrent/CompletableFuture;")
  static final class CallAdvice {

    private CallAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
        @Advice.FieldValue("responseHandler") Object handler,
        @Advice.FieldValue("request") Object request) {
      ClientCall call = ClientCall.of(handler);
      if (call != null) {
        call.begin((HttpRequest) request);
        call.enterClient();
      }
      return call;
    }

    /**
     * The client goes on with a stage that completes after the call has ended: what the application
     * gets comes after that one.
     */
    @Advice.OnMethodExit(onThrowable = Throwable.class)
    @Advice.AssignReturned.ToReturned
    @SuppressWarnings("FutureReturnValueIgnored") // the client and the application have it
    static @Nullable Object exit(
        @Advice.Enter @Nullable Object entered,
        @Advice.Return @Nullable Object future,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (entered == null) {
        return null;
      }
      ClientCall call = (ClientCall) entered;
      try {
        if (thrown != null) {
          call.failed(thrown);
        } else if (future != null) {
          CallCompletion completion = new CallCompletion(call);
          CompletableFuture<?> followed = ((CompletableFuture<?>) future).whenComplete(completion);
          followed.whenComplete(completion); // a client that is shut down aborts this one
          return followed;
        }
        return null;
      } finally {
        call.leaveClient();
      }
    }
  }

  /**
   * After {@code MultiExchange.cancel}: the application has cancelled the future, or was
   * interrupted in {@code send}.
   */
  // Before Java 16 a future that is cancelled does not cancel its exchange.
  @AdviceOn(
      type = "jdk.internal.net.http.MultiExchange",
      method = "cancel",
      descriptor = "(Z)Z",
      in = Presence.SOME_VERSIONS)
  static final class CancelAdvice {

    private CancelAdvice() {}

    @Advice.OnMethodExit
    static void exit(
        @Advice.FieldValue("responseHandler") Object handler, @Advice.Return boolean cancelled) {
      ClientCall call = cancelled ? ClientCall.of(handler) : null;
      if (call != null) {
        call.cancelled();
      }
    }
  }

  /**
   * Into {@code TrustedSubscriber.needsExecutor}: the client asks its own subscribers for the body
   * on the thread that it is on, and strangers on another. The wrapped subscriber is what it asks
   * about.
   */
  @AdviceOn(
      type = "jdk.internal.net.http.ResponseSubscribers$TrustedSubscriber",
      method = "needsExecutor",
      descriptor = "(Ljava/net/http/HttpResponse$BodySubscriber;)Z",
      in = Presence.SOME_VERSIONS)
  static final class TrustAdvice {

    private TrustAdvice() {}

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Object subscriber(@Advice.Argument(0) Object subscriber) {
      return subscriber instanceof FollowedSubscriber
          ? ((FollowedSubscriber<?>) subscriber).subscriber()
          : null;
    }
  }
}
