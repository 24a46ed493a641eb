package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.jspecify.annotations.Nullable;

/** Advice for the asynchronous clients of version 5. */
final class Async5Advice {

  private Async5Advice() {}

  /** Around {@code doExecute} of the clients of version 5 that don't block. */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = {
        "org.apache.hc.client5.http.impl.async.AbstractMinimalHttpAsyncClientBase",
        "org.apache.hc.client5.http.impl.async.InternalAbstractHttpAsyncClient"
      },
      method = "doExecute",
      descriptor =
          "(Lorg/apache/hc/core5/http/HttpHost;"
              + "Lorg/apache/hc/core5/http/nio/AsyncRequestProducer;"
              + "Lorg/apache/hc/core5/http/nio/AsyncResponseConsumer;"
              + "Lorg/apache/hc/core5/http/nio/HandlerFactory;"
              + "Lorg/apache/hc/core5/http/protocol/HttpContext;"
              + "Lorg/apache/hc/core5/concurrent/FutureCallback;)"
              + "Ljava/util/concurrent/Future;")
  static final class ExecuteAsync5Advice {

    private ExecuteAsync5Advice() {}

    /**
     * Returns the call, null inside of a convenience method that has made it, and what replaces the
     * consumer and the callback.
     */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments({
      @ToArgument(value = 2, index = 1),
      @ToArgument(value = 5, index = 2)
    })
    static @Nullable Object[] enter(
        @Advice.Argument(2) @Nullable AsyncResponseConsumer<?> consumer,
        @Advice.Argument(5) @Nullable FutureCallback<?> callback) {
      AsyncCall call = AsyncCall.enterUnlessInside();
      return new @Nullable Object[] {
        call, followed(consumer), Async5Advice.SimpleExecute5Advice.callback(callback)
      };
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object @Nullable [] entered,
        @Advice.Thrown @Nullable Throwable thrown) {
      AsyncCall.leaveClient(entered, thrown);
    }

    private static @Nullable AsyncResponseConsumer<?> followed(
        @Nullable AsyncResponseConsumer<?> consumer) {
      AsyncCall call = AsyncCall.currentAsync();
      return call == null || call.isBegun() || consumer == null
          ? null
          : new ResponseConsumer5<>(call, consumer);
    }
  }

  /**
   * Around {@code execute} for requests and responses with their whole body. In 5.0 the future that
   * it returns is one of its own, and cancelling that is all that the client ever hears of it.
   */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient",
      method = "execute",
      descriptor =
          "(Lorg/apache/hc/client5/http/async/methods/SimpleHttpRequest;"
              + "Lorg/apache/hc/core5/http/protocol/HttpContext;"
              + "Lorg/apache/hc/core5/concurrent/FutureCallback;)"
              + "Ljava/util/concurrent/Future;")
  static final class SimpleExecute5Advice {

    private SimpleExecute5Advice() {}

    /** Returns the call, null inside of another, and what replaces the callback. */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(value = 2, index = 1))
    static @Nullable Object[] enter(@Advice.Argument(2) @Nullable FutureCallback<?> callback) {
      AsyncCall call = AsyncCall.enterUnlessInside();
      return new @Nullable Object[] {call, callback(callback)};
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object @Nullable [] entered,
        @Advice.Thrown @Nullable Throwable thrown) {
      AsyncCall.leaveClient(entered, thrown);
    }

    /** Null to leave the callback as it is. */
    static @Nullable FutureCallback<?> callback(@Nullable FutureCallback<?> application) {
      AsyncCall call = AsyncCall.currentAsync();
      return call == null || call.isBegun() || application instanceof ResultCallback5
          ? null
          : new ResultCallback5(call, application);
    }
  }

  /**
   * Around {@code execute} of the minimal clients of version 5 that don't block: one exchange, no
   * retries, no redirects.
   */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = {
        "org.apache.hc.client5.http.impl.async.MinimalH2AsyncClient",
        "org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient"
      },
      method = "execute",
      descriptor =
          "(Lorg/apache/hc/core5/http/nio/AsyncClientExchangeHandler;"
              + "Lorg/apache/hc/core5/http/nio/HandlerFactory;"
              + "Lorg/apache/hc/core5/http/protocol/HttpContext;)"
              + "Lorg/apache/hc/core5/concurrent/Cancellable;")
  static final class MinimalAsync5Advice {

    private MinimalAsync5Advice() {}

    /**
     * Returns the call, null inside of {@code doExecute}, which has made it, and what replaces the
     * handler.
     */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(value = 0, index = 1))
    static @Nullable Object[] enter(
        @Advice.Argument(0) @Nullable AsyncClientExchangeHandler handler) {
      AsyncCall call = AsyncCall.enterUnlessInside();
      if (call != null) {
        call.endsWithBody();
      }
      AsyncCall current = AsyncCall.currentAsync();
      return new @Nullable Object[] {
        call,
        current == null || handler == null ? null : new ExchangeHandler5(handler, current, true)
      };
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object @Nullable [] entered,
        @Advice.Thrown @Nullable Throwable thrown) {
      AsyncCall.leaveClient(entered, thrown);
    }
  }

  /**
   * After the constructor of {@code AsyncExecChain.Scope}: the first one of a call is made by the
   * client as soon as the application's producer has handed over its request.
   */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.client5.http.async.AsyncExecChain$Scope",
      method = "<init>")
  static final class Scope5Advice {

    private Scope5Advice() {}

    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(1) HttpRoute route,
        @Advice.Argument(2) HttpRequest request,
        @Advice.Argument(5) Object runtime) {
      AsyncCall call = AsyncCall.currentAsync();
      if (call != null && call.begin(new Exchange5(request, route.getTargetHost()))) {
        AsyncCall.OPEN.put(runtime, call);
      }
    }
  }

  /** Before {@code acquireEndpoint} of an asynchronous exec runtime: a connection is asked for. */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = {
        "org.apache.hc.client5.http.impl.async.InternalH2AsyncExecRuntime",
        "org.apache.hc.client5.http.impl.async.InternalHttpAsyncExecRuntime"
      },
      method = "acquireEndpoint",
      descriptor =
          "(Ljava/lang/String;Lorg/apache/hc/client5/http/HttpRoute;Ljava/lang/Object;"
              + "Lorg/apache/hc/client5/http/protocol/HttpClientContext;"
              + "Lorg/apache/hc/core5/concurrent/FutureCallback;)"
              + "Lorg/apache/hc/core5/concurrent/Cancellable;")
  static final class AcquireAsync5Advice {

    private AcquireAsync5Advice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object runtime) {
      AsyncCall call = AsyncCall.OPEN.get(runtime);
      if (call != null) {
        call.connecting();
      }
    }
  }

  /**
   * Before {@code execute} of an asynchronous exec runtime, which hands the client's own handler of
   * one exchange over to the connection.
   */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = {
        "org.apache.hc.client5.http.impl.async.InternalH2AsyncExecRuntime",
        "org.apache.hc.client5.http.impl.async.InternalHttpAsyncExecRuntime"
      },
      method = "execute",
      descriptor =
          "(Ljava/lang/String;Lorg/apache/hc/core5/http/nio/AsyncClientExchangeHandler;"
              + "Lorg/apache/hc/client5/http/protocol/HttpClientContext;)"
              + "Lorg/apache/hc/core5/concurrent/Cancellable;")
  static final class ExchangeAsync5Advice {

    private ExchangeAsync5Advice() {}

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(1))
    static @Nullable AsyncClientExchangeHandler replace(
        @Advice.This Object runtime, @Advice.Argument(1) AsyncClientExchangeHandler handler) {
      AsyncCall call = AsyncCall.OPEN.get(runtime);
      return call == null || call.call() == null
          ? null
          : new ExchangeHandler5(handler, call, false);
    }
  }
}
