package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpExecutionAware;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.impl.client.RequestWrapper;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Advice for the blocking client of version 4. */
final class Classic4Advice {

  private Classic4Advice() {}

  /** Around {@code doExecute} of the clients of version 4, which all overloads lead to. */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.impl.client.AbstractHttpClient",
      method = "doExecute",
      descriptor =
          "(Lorg/apache/http/HttpHost;Lorg/apache/http/HttpRequest;"
              + "Lorg/apache/http/protocol/HttpContext;)"
              + "Lorg/apache/http/client/methods/CloseableHttpResponse;",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = {
        "org.apache.http.impl.client.InternalHttpClient",
        "org.apache.http.impl.client.MinimalHttpClient"
      },
      method = "doExecute",
      descriptor =
          "(Lorg/apache/http/HttpHost;Lorg/apache/http/HttpRequest;"
              + "Lorg/apache/http/protocol/HttpContext;)"
              + "Lorg/apache/http/client/methods/CloseableHttpResponse;")
  static final class Execute4Advice {

    private Execute4Advice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
        @Advice.Argument(0) @Nullable HttpHost target,
        @Advice.Argument(1) @Nullable HttpRequest request) {
      return request == null ? null : ClassicCall.begin(new Exchange4(request, target), request);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object entered,
        @Advice.Argument(1) @Nullable HttpRequest request,
        @Advice.Return @Nullable HttpResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      ClassicCall call = (ClassicCall) entered;
      if (call == null) {
        return;
      }
      if (thrown != null) {
        call.thrown(thrown, isAborted(request));
      } else {
        call.returned(response == null ? 0 : response.getStatusLine().getStatusCode());
      }
    }

    private static boolean isAborted(@Nullable HttpRequest request) {
      return request instanceof HttpExecutionAware
          ? ((HttpExecutionAware) request).isAborted()
          : request instanceof HttpUriRequest && ((HttpUriRequest) request).isAborted();
    }
  }

  /**
   * Before {@code execute} of the innermost part of the chain, which gets a connection for the
   * client's own copy of the request.
   */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = {
        "org.apache.http.impl.execchain.MainClientExec",
        "org.apache.http.impl.execchain.MinimalClientExec"
      },
      method = "execute",
      descriptor =
          "(Lorg/apache/http/conn/routing/HttpRoute;"
              + "Lorg/apache/http/client/methods/HttpRequestWrapper;"
              + "Lorg/apache/http/client/protocol/HttpClientContext;"
              + "Lorg/apache/http/client/methods/HttpExecutionAware;)"
              + "Lorg/apache/http/client/methods/CloseableHttpResponse;")
  static final class Attempt4Advice {

    private Attempt4Advice() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.Argument(0) HttpRoute route, @Advice.Argument(1) HttpRequestWrapper request) {
      ClassicCall call = ClassicCall.currentClassic();
      if (call != null) {
        call.sendingCopyOf(request.getOriginal());
        call.connecting();
        call.destination(route.getTargetHost());
      }
    }
  }

  /**
   * Around {@code HttpRequestExecutor.execute} of version 4, once for everything that goes over the
   * wire, after the application's interceptors. What is sent is the client's own copy of the
   * request, and has our headers only in here.
   */
  @SuppressWarnings("deprecation") // RequestWrapper is all that the oldest clients have
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.protocol.HttpRequestExecutor",
      method = "execute",
      descriptor =
          "(Lorg/apache/http/HttpRequest;Lorg/apache/http/HttpClientConnection;"
              + "Lorg/apache/http/protocol/HttpContext;)Lorg/apache/http/HttpResponse;")
  static final class Send4Advice {

    private static final String TARGET = "http.target_host";

    private Send4Advice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
        @Advice.Argument(0) HttpRequest request, @Advice.Argument(2) HttpContext context) {
      ClassicCall call = ClassicCall.currentClassic();
      if (call == null || "CONNECT".equals(request.getRequestLine().getMethod())) {
        return null;
      }
      // The clients from before 4.3 have no other part that all attempts come by.
      if (request instanceof RequestWrapper) {
        call.sendingCopyOf(((RequestWrapper) request).getOriginal());
      }
      call.sending();
      Object target = call.destination();
      if (target == null) {
        target = context.getAttribute(TARGET);
      }
      Exchange4 exchange =
          new Exchange4(request, target instanceof HttpHost ? (HttpHost) target : null);
      if (request instanceof RequestWrapper || request instanceof HttpRequestWrapper) {
        call.propagate(exchange);
      }
      return new Sent(call, exchange);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object entered, @Advice.Return @Nullable HttpResponse response) {
      if (entered != null) {
        Sent sent = (Sent) entered;
        sent.exchange.written();
        if (response != null) {
          sent.call.answered(response.getStatusLine().getStatusCode());
        }
      }
    }

    /** One request on its way. */
    private static final class Sent {

      final ClassicCall call;
      final ApacheExchange exchange;

      Sent(ClassicCall call, ApacheExchange exchange) {
        this.call = call;
        this.exchange = exchange;
      }
    }
  }
}
