package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.AdviceOn;
import java.util.Iterator;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** Advice for the blocking client of version 5. */
final class Classic5Advice {

  private Classic5Advice() {}

  /** Around {@code doExecute} of the clients of version 5 that block. */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = {
        "org.apache.hc.client5.http.impl.classic.InternalHttpClient",
        "org.apache.hc.client5.http.impl.classic.MinimalHttpClient"
      },
      method = "doExecute",
      descriptor =
          "(Lorg/apache/hc/core5/http/HttpHost;"
              + "Lorg/apache/hc/core5/http/ClassicHttpRequest;"
              + "Lorg/apache/hc/core5/http/protocol/HttpContext;)"
              + "Lorg/apache/hc/client5/http/impl/classic/CloseableHttpResponse;")
  static final class Execute5Advice {

    private Execute5Advice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
        @Advice.Argument(0) @Nullable HttpHost target,
        @Advice.Argument(1) @Nullable ClassicHttpRequest request) {
      return request == null ? null : ClassicCall.begin(new Exchange5(request, target), request);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object entered,
        @Advice.Argument(1) @Nullable ClassicHttpRequest request,
        @Advice.Return @Nullable HttpResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      ClassicCall call = (ClassicCall) entered;
      if (call == null) {
        return;
      }
      if (thrown != null) {
        call.thrown(
            thrown,
            request instanceof CancellableDependency
                && ((CancellableDependency) request).isCancelled());
      } else {
        call.returned(response == null ? 0 : response.getCode());
      }
    }
  }

  /** Around {@code InternalExecRuntime.acquireEndpoint}: a connection is asked for. */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.client5.http.impl.classic.InternalExecRuntime",
      method = "acquireEndpoint",
      descriptor =
          "(Ljava/lang/String;Lorg/apache/hc/client5/http/HttpRoute;Ljava/lang/Object;"
              + "Lorg/apache/hc/client5/http/protocol/HttpClientContext;)V")
  static final class Acquire5Advice {

    private Acquire5Advice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter() {
      ClassicCall call = ClassicCall.currentClassic();
      if (call != null) {
        call.connecting();
      }
      return call;
    }

    @Advice.OnMethodExit
    static void exit(@Advice.Enter @Nullable Object entered, @Advice.This Object runtime) {
      if (entered != null) {
        ((ClassicCall) entered).holding(runtime);
      }
    }
  }

  /**
   * Around {@code HttpRequestExecutor.execute} of version 5, once for everything that goes over the
   * wire, after the application's interceptors. What is sent has our headers only in here.
   */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.core5.http.impl.io.HttpRequestExecutor",
      method = "execute",
      descriptor =
          "(Lorg/apache/hc/core5/http/ClassicHttpRequest;"
              + "Lorg/apache/hc/core5/http/io/HttpClientConnection;"
              + "Lorg/apache/hc/core5/http/io/HttpResponseInformationCallback;"
              + "Lorg/apache/hc/core5/http/protocol/HttpContext;)"
              + "Lorg/apache/hc/core5/http/ClassicHttpResponse;")
  static final class Send5Advice {

    private Send5Advice() {}

    /**
     * Returns the exchange and what is sent in place of the request: minimal clients send the
     * application's own object, so they get a copy.
     */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(value = 0, index = 1))
    static @Nullable Object @Nullable [] enter(@Advice.Argument(0) ClassicHttpRequest request) {
      ClassicCall call = ClassicCall.currentClassic();
      if (call == null || "CONNECT".equals(request.getMethod())) {
        return null;
      }
      call.sending();
      CopiedExchange5 exchange = new CopiedExchange5(request, call.isOwn(request));
      call.propagate(exchange);
      return new @Nullable Object[] {new Sent(call, exchange), exchange.copy()};
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object @Nullable [] entered,
        @Advice.Return @Nullable ClassicHttpResponse response) {
      Sent sent = entered == null ? null : (Sent) entered[0];
      if (sent != null) {
        sent.exchange.written();
        if (response != null) {
          sent.call.answered(response.getCode());
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

    /** Copies the request before it adds a header, if it is the application's own. */
    private static final class CopiedExchange5 extends Exchange5 {

      private final ClassicHttpRequest request;
      private final boolean own;
      private @Nullable ClassicHttpRequest copy;

      CopiedExchange5(ClassicHttpRequest request, boolean own) {
        super(request, null);
        this.request = request;
        this.own = own;
      }

      @Nullable ClassicHttpRequest copy() {
        return copy;
      }

      @Override
      void add(String name, String value) {
        if (!own) {
          super.add(name, value);
          return;
        }
        if (copy != null) {
          copy.setHeader(name, value);
          return;
        }
        BasicClassicHttpRequest made =
            new BasicClassicHttpRequest(request.getMethod(), request.getPath());
        made.setPath(request.getPath());
        made.setScheme(request.getScheme());
        made.setAuthority(request.getAuthority());
        made.setVersion(request.getVersion());
        for (Iterator<Header> headers = request.headerIterator(); headers.hasNext(); ) {
          made.addHeader(headers.next());
        }
        made.setEntity(request.getEntity());
        made.setHeader(name, value);
        copy = made;
      }

      @Override
      void written() {
        if (!own) {
          super.written();
        }
      }
    }
  }

  /** Before {@code RedirectLocations.add}: the client goes where it was told to, once for each. */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.client5.http.protocol.RedirectLocations",
      method = "add",
      descriptor = "(Ljava/net/URI;)V")
  static final class Redirect5Advice {

    private Redirect5Advice() {}

    @Advice.OnMethodEnter
    static void enter() {
      ApacheCall call = ApacheCall.current();
      if (call != null) {
        call.redirected();
      }
    }
  }
}
