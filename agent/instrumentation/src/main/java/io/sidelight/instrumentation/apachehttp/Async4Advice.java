package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.AdviceOn;
import java.util.concurrent.atomic.AtomicReference;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.concurrent.FutureCallback;
import org.apache.http.conn.routing.HttpRoute;
import org.jspecify.annotations.Nullable;

/** Advice for the asynchronous client of version 4. */
final class Async4Advice {

  private Async4Advice() {}

  /** Around {@code execute} of the clients of HttpAsyncClient, which all overloads lead to. */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = {
        "org.apache.http.impl.nio.client.InternalHttpAsyncClient",
        "org.apache.http.impl.nio.client.MinimalHttpAsyncClient"
      },
      method = "execute",
      descriptor =
          "(Lorg/apache/http/nio/protocol/HttpAsyncRequestProducer;"
              + "Lorg/apache/http/nio/protocol/HttpAsyncResponseConsumer;"
              + "Lorg/apache/http/protocol/HttpContext;"
              + "Lorg/apache/http/concurrent/FutureCallback;)Ljava/util/concurrent/Future;")
  static final class ExecuteAsync4Advice {

    private ExecuteAsync4Advice() {}

    /** Returns the call, null inside of another overload, and what replaces the callback. */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(value = 3, index = 1))
    static @Nullable Object[] enter(@Advice.Argument(3) @Nullable FutureCallback<?> callback) {
      AsyncCall call = AsyncCall.enterUnlessInside();
      AsyncCall current = AsyncCall.currentAsync();
      return new @Nullable Object[] {
        call, current == null || current.isBegun() ? null : new ResultCallback4(current, callback)
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
   * Before {@code AbstractClientExchangeHandler.requestConnection}, where an exchange of
   * HttpAsyncClient knows its request and route for the first time.
   */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.impl.nio.client.AbstractClientExchangeHandler",
      method = "requestConnection",
      descriptor = "()V")
  static final class Connect4Advice {

    private Connect4Advice() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.This Object handler,
        @Advice.FieldValue("requestRef") AtomicReference<HttpRequestWrapper> requests,
        @Advice.FieldValue("routeRef") AtomicReference<HttpRoute> routes) {
      HttpRoute route = routes.get();
      HttpHost target = route == null ? null : route.getTargetHost();
      AsyncCall call = AsyncCall.OPEN.get(handler);
      if (call == null) {
        call = AsyncCall.currentAsync();
        HttpRequestWrapper request = requests.get();
        if (call == null
            || request == null
            || !call.begin(exchange(request.getOriginal(), target))) {
          return;
        }
        AsyncCall.OPEN.put(handler, call);
      }
      call.destination(target);
      call.connecting();
    }

    /** A route has the default port in its host, which the application may not have written. */
    private static Exchange4 exchange(HttpRequest request, @Nullable HttpHost target) {
      Exchange4 written = new Exchange4(request, null);
      return written.host() == null ? new Exchange4(request, target) : written;
    }
  }

  /**
   * After {@code generateRequest} of an exchange of HttpAsyncClient: what it returns goes over the
   * wire. With our headers it is a copy, since the client shows its own in the context.
   */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = {
        "org.apache.http.impl.nio.client.DefaultClientExchangeHandlerImpl",
        "org.apache.http.impl.nio.client.MinimalClientExchangeHandlerImpl"
      },
      method = "generateRequest",
      descriptor = "()Lorg/apache/http/HttpRequest;")
  static final class SendAsync4Advice {

    private SendAsync4Advice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable HttpRequest exit(
        @Advice.This Object handler, @Advice.Return @Nullable HttpRequest request) {
      AsyncCall call = AsyncCall.OPEN.get(handler);
      if (call == null || !(request instanceof HttpRequestWrapper)) {
        return null;
      }
      call.tunnelling("CONNECT".equals(request.getRequestLine().getMethod()));
      if (call.isTunnelling()) {
        return null;
      }
      call.sendingCopyOf(((HttpRequestWrapper) request).getOriginal());
      call.sending();
      CopiedExchange4 exchange = new CopiedExchange4(request, (HttpHost) call.destination());
      call.propagate(exchange);
      return exchange.copy();
    }

    /** Copies the request before it adds a header. */
    private static final class CopiedExchange4 extends Exchange4 {

      private final HttpRequest request;
      private @Nullable HttpRequest copy;

      CopiedExchange4(HttpRequest request, @Nullable HttpHost host) {
        super(request, host);
        this.request = request;
      }

      /** Null when no header was added. */
      @Nullable HttpRequest copy() {
        return copy;
      }

      @Override
      void add(String name, String value) {
        if (copy == null) {
          copy = HttpRequestWrapper.wrap(request);
        }
        copy.setHeader(name, value);
      }
    }
  }

  /**
   * Around what an exchange of HttpAsyncClient is told by an I/O thread, from where the
   * application's producer and consumer are called.
   */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = {
        "org.apache.http.impl.nio.client.DefaultClientExchangeHandlerImpl",
        "org.apache.http.impl.nio.client.MinimalClientExchangeHandlerImpl"
      },
      method = "consumeContent",
      descriptor = "(Lorg/apache/http/nio/ContentDecoder;Lorg/apache/http/nio/IOControl;)V")
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = {
        "org.apache.http.impl.nio.client.DefaultClientExchangeHandlerImpl",
        "org.apache.http.impl.nio.client.MinimalClientExchangeHandlerImpl"
      },
      method = "produceContent",
      descriptor = "(Lorg/apache/http/nio/ContentEncoder;Lorg/apache/http/nio/IOControl;)V")
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = {
        "org.apache.http.impl.nio.client.DefaultClientExchangeHandlerImpl",
        "org.apache.http.impl.nio.client.MinimalClientExchangeHandlerImpl"
      },
      method = {"requestCompleted", "responseCompleted"},
      descriptor = "()V")
  static final class Handle4Advice {

    private Handle4Advice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This Object handler) {
      AsyncCall call = AsyncCall.OPEN.get(handler);
      return call == null ? null : call.resume();
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object entered) {
      AsyncCall.leave(entered);
    }
  }

  /** Around {@code responseReceived} of an exchange of HttpAsyncClient. */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = {
        "org.apache.http.impl.nio.client.DefaultClientExchangeHandlerImpl",
        "org.apache.http.impl.nio.client.MinimalClientExchangeHandlerImpl"
      },
      method = "responseReceived",
      descriptor = "(Lorg/apache/http/HttpResponse;)V")
  static final class Answer4Advice {

    private Answer4Advice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
        @Advice.This Object handler, @Advice.Argument(0) HttpResponse response) {
      AsyncCall call = AsyncCall.OPEN.get(handler);
      if (call == null) {
        return null;
      }
      if (!call.isTunnelling()) {
        call.answered(response.getStatusLine().getStatusCode());
      }
      return call.resume();
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object entered) {
      AsyncCall.leave(entered);
    }
  }

  /**
   * Around {@code AbstractClientExchangeHandler.failed}, by which some exchanges end without their
   * future being told.
   */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.impl.nio.client.AbstractClientExchangeHandler",
      method = "failed",
      descriptor = "(Ljava/lang/Exception;)V")
  static final class Fail4Advice {

    private Fail4Advice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
        @Advice.This Object handler, @Advice.Argument(0) @Nullable Exception thrown) {
      AsyncCall call = AsyncCall.OPEN.get(handler);
      if (call == null) {
        return null;
      }
      if (thrown != null) {
        call.failed(thrown);
      }
      return call.resume();
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object entered) {
      AsyncCall.leave(entered);
    }
  }
}
