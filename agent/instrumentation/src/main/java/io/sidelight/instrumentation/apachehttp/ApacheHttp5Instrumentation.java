package io.sidelight.instrumentation.apachehttp;

import io.sidelight.library.CallError;
import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * HttpClient 5, the clients that block and those that don't. Join points read in 5.0, 5.5, 5.6.4
 * and, as class files, 5.6.5, with HttpCore 5.0, 5.3.4 and 5.4.4.
 */
public final class ApacheHttp5Instrumentation implements LibraryInstrumentation {

  private static final String ADVICE = "io.sidelight.instrumentation.apachehttp.";
  private static final String CLASSIC = "org.apache.hc.client5.http.impl.classic.";
  private static final String ASYNC = "org.apache.hc.client5.http.impl.async.";
  private static final String CORE = "Lorg/apache/hc/core5/";
  private static final String DO_EXECUTE =
      "(Lorg/apache/hc/core5/http/HttpHost;Lorg/apache/hc/core5/http/ClassicHttpRequest;"
          + "Lorg/apache/hc/core5/http/protocol/HttpContext;)"
          + "Lorg/apache/hc/client5/http/impl/classic/CloseableHttpResponse;";
  private static final String ACQUIRE =
      "(Ljava/lang/String;Lorg/apache/hc/client5/http/HttpRoute;Ljava/lang/Object;"
          + "Lorg/apache/hc/client5/http/protocol/HttpClientContext;";

  @Override
  public String name() {
    return ApacheHttp4Instrumentation.SWITCH;
  }

  @Override
  public String id() {
    return "apache-http-5";
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("org.apache.hc.");
    names.failures(CallError.TIMEOUT, "org.apache.hc.core5.http.ConnectionRequestTimeoutException");
    names.failures(
        CallError.CANCELLED, "org.apache.hc.client5.http.impl.classic.RequestFailedException");
    names.failures(
        CallError.RESET,
        "org.apache.hc.core5.http.NoHttpResponseException",
        "org.apache.hc.core5.http.ConnectionClosedException",
        "org.apache.hc.core5.http.StreamClosedException",
        "org.apache.hc.core5.http.HttpStreamResetException",
        "org.apache.hc.core5.http.TruncatedChunkException");
    names.failures(
        CallError.PROTOCOL,
        "org.apache.hc.core5.http.MessageConstraintException",
        "org.apache.hc.core5.http.MalformedChunkCodingException",
        "org.apache.hc.core5.http2.H2ConnectionException",
        "org.apache.hc.core5.http2.H2CorruptFrameException",
        "org.apache.hc.core5.http2.impl.nio.ProtocolNegotiationException",
        "org.apache.hc.client5.http.UnsupportedSchemeException",
        "org.apache.hc.client5.http.ClientProtocolException",
        "org.apache.hc.core5.http.HttpException");
  }

  @Override
  public List<JoinPoint> joinPoints() {
    List<JoinPoint> points = new ArrayList<>();
    addClassic(points);
    addBody(points);
    addAsync(points);
    return points;
  }

  private static void addClassic(List<JoinPoint> points) {
    points.add(
        JoinPoint.of(
            CLASSIC + "InternalHttpClient",
            "doExecute",
            DO_EXECUTE,
            ADVICE + "Classic5Advice$Execute5Advice"));
    points.add(
        JoinPoint.of(
            CLASSIC + "MinimalHttpClient",
            "doExecute",
            DO_EXECUTE,
            ADVICE + "Classic5Advice$Execute5Advice"));
    points.add(
        JoinPoint.of(
            CLASSIC + "InternalExecRuntime",
            "acquireEndpoint",
            ACQUIRE + ")V",
            ADVICE + "Classic5Advice$Acquire5Advice"));
    points.add(
        JoinPoint.of(
            "org.apache.hc.core5.http.impl.io.HttpRequestExecutor",
            "execute",
            "("
                + CORE
                + "http/ClassicHttpRequest;"
                + CORE
                + "http/io/HttpClientConnection;"
                + CORE
                + "http/io/HttpResponseInformationCallback;"
                + CORE
                + "http/protocol/HttpContext;)"
                + CORE
                + "http/ClassicHttpResponse;",
            ADVICE + "Classic5Advice$Send5Advice"));
    points.add(
        JoinPoint.of(
            "org.apache.hc.client5.http.protocol.RedirectLocations",
            "add",
            "(Ljava/net/URI;)V",
            ADVICE + "Classic5Advice$Redirect5Advice"));
  }

  private static void addBody(List<JoinPoint> points) {
    String runtime = CLASSIC + "InternalExecRuntime";
    String entity = CLASSIC + "ResponseEntityProxy";
    String stream = "(Ljava/io/InputStream;)Z";
    points.add(
        JoinPoint.of(runtime, "releaseEndpoint", "()V", ADVICE + "BodyAdvice$ReleaseAdvice"));
    points.add(
        JoinPoint.of(runtime, "discardEndpoint", "()V", ADVICE + "BodyAdvice$ReleaseAdvice"));
    points.add(JoinPoint.of(runtime, "cancel", "()Z", ADVICE + "BodyAdvice$AbortAdvice"));
    points.add(JoinPoint.of(entity, "eofDetected", stream, ADVICE + "Body5Advice$Stream5Advice"));
    points.add(JoinPoint.of(entity, "streamClosed", stream, ADVICE + "Body5Advice$Stream5Advice"));
    points.add(
        JoinPoint.of(
            entity, "writeTo", "(Ljava/io/OutputStream;)V", ADVICE + "Body5Advice$Stream5Advice"));
    points.add(JoinPoint.optional(entity, "close", "()V", ADVICE + "Body5Advice$Stream5Advice"));
    points.add(
        JoinPoint.of(entity, "streamAbort", stream, ADVICE + "Body5Advice$StreamAbort5Advice"));
    String eof = "org.apache.hc.core5.http.io.EofSensorInputStream";
    ApacheHttp4Instrumentation.addReads(points, eof);
    points.add(JoinPoint.of(eof, "abort", "()V", ADVICE + "BodyAdvice$StreamAbortedAdvice"));
  }

  private static void addAsync(List<JoinPoint> points) {
    String execute =
        "("
            + CORE
            + "http/HttpHost;"
            + CORE
            + "http/nio/AsyncRequestProducer;"
            + CORE
            + "http/nio/AsyncResponseConsumer;"
            + CORE
            + "http/nio/HandlerFactory;"
            + CORE
            + "http/protocol/HttpContext;"
            + CORE
            + "concurrent/FutureCallback;)"
            + "Ljava/util/concurrent/Future;";
    String advice = ADVICE + "Async5Advice$ExecuteAsync5Advice";
    points.add(
        JoinPoint.of(ASYNC + "InternalAbstractHttpAsyncClient", "doExecute", execute, advice));
    points.add(
        JoinPoint.of(
            ASYNC + "CloseableHttpAsyncClient",
            "execute",
            "(Lorg/apache/hc/client5/http/async/methods/SimpleHttpRequest;"
                + CORE
                + "http/protocol/HttpContext;"
                + CORE
                + "concurrent/FutureCallback;)Ljava/util/concurrent/Future;",
            ADVICE + "Async5Advice$SimpleExecute5Advice"));
    points.add(
        JoinPoint.of(ASYNC + "AbstractMinimalHttpAsyncClientBase", "doExecute", execute, advice));
    points.add(
        JoinPoint.anyOverload(
            "org.apache.hc.client5.http.async.AsyncExecChain$Scope",
            "<init>",
            ADVICE + "Async5Advice$Scope5Advice"));
    addRuntime(points, ASYNC + "InternalHttpAsyncExecRuntime");
    addRuntime(points, ASYNC + "InternalH2AsyncExecRuntime");
    addMinimal(points, ASYNC + "MinimalHttpAsyncClient");
    addMinimal(points, ASYNC + "MinimalH2AsyncClient");
    ApacheHttp4Instrumentation.addFuture(points, "org.apache.hc.core5.concurrent.BasicFuture");
  }

  private static void addRuntime(List<JoinPoint> points, String runtime) {
    points.add(
        JoinPoint.of(
            runtime,
            "acquireEndpoint",
            ACQUIRE + CORE + "concurrent/FutureCallback;)" + CORE + "concurrent/Cancellable;",
            ADVICE + "Async5Advice$AcquireAsync5Advice"));
    points.add(
        JoinPoint.of(
            runtime,
            "execute",
            "(Ljava/lang/String;"
                + CORE
                + "http/nio/AsyncClientExchangeHandler;"
                + "Lorg/apache/hc/client5/http/protocol/HttpClientContext;)"
                + CORE
                + "concurrent/Cancellable;",
            ADVICE + "Async5Advice$ExchangeAsync5Advice"));
  }

  private static void addMinimal(List<JoinPoint> points, String client) {
    points.add(
        JoinPoint.of(
            client,
            "execute",
            "("
                + CORE
                + "http/nio/AsyncClientExchangeHandler;"
                + CORE
                + "http/nio/HandlerFactory;"
                + CORE
                + "http/protocol/HttpContext;)"
                + CORE
                + "concurrent/Cancellable;",
            ADVICE + "Async5Advice$MinimalAsync5Advice"));
  }
}
