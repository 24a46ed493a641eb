package io.sidelight.instrumentation.apachehttp;

import io.sidelight.library.CallError;
import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * HttpClient 4.4 and 4.5 and HttpAsyncClient 4.1. Join points read in HttpClient 4.4, 4.5 and
 * 4.5.14, HttpAsyncClient 4.1 and 4.1.5, HttpCore 4.4.1 and 4.4.16.
 */
public final class ApacheHttp4Instrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "apache-http";
  public static final String SWITCH_HELP = "Whether the HTTP clients of Apache are instrumented.";

  private static final String ADVICE = "io.sidelight.instrumentation.apachehttp.";
  private static final String CLIENT = "org.apache.http.impl.client.";
  private static final String CHAIN = "org.apache.http.impl.execchain.";
  private static final String ASYNC = "org.apache.http.impl.nio.client.";
  private static final String HOLDER = CHAIN + "ConnectionHolder";
  private static final String PROXY = CHAIN + "ResponseEntityProxy";
  private static final String MANAGED = "org.apache.http.conn.BasicManagedEntity";
  private static final String FUTURE = "org.apache.http.concurrent.BasicFuture";
  private static final String DO_EXECUTE =
      "(Lorg/apache/http/HttpHost;Lorg/apache/http/HttpRequest;"
          + "Lorg/apache/http/protocol/HttpContext;)"
          + "Lorg/apache/http/client/methods/CloseableHttpResponse;";
  private static final String ATTEMPT =
      "(Lorg/apache/http/conn/routing/HttpRoute;"
          + "Lorg/apache/http/client/methods/HttpRequestWrapper;"
          + "Lorg/apache/http/client/protocol/HttpClientContext;"
          + "Lorg/apache/http/client/methods/HttpExecutionAware;)"
          + "Lorg/apache/http/client/methods/CloseableHttpResponse;";
  private static final String STREAM = "(Ljava/io/InputStream;)Z";
  private static final String WRITE = "(Ljava/io/OutputStream;)V";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public String id() {
    return "apache-http-4";
  }

  /** Up to 4.3 it is class files of Java 5, which can't call advice. */
  @Override
  public boolean isFor(Predicate<String> library) {
    return library.test("org.apache.http.impl.execchain.HttpResponseProxy");
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("org.apache.http.");
    names.failures(
        CallError.TIMEOUT,
        "org.apache.http.conn.ConnectTimeoutException",
        "org.apache.http.conn.ConnectionPoolTimeoutException");
    names.failures(CallError.CANCELLED, "org.apache.http.impl.execchain.RequestAbortedException");
    names.failures(
        CallError.RESET,
        "org.apache.http.NoHttpResponseException",
        "org.apache.http.ConnectionClosedException",
        "org.apache.http.TruncatedChunkException");
    names.failures(
        CallError.PROTOCOL,
        "org.apache.http.HttpException",
        "org.apache.http.ParseException",
        "org.apache.http.MessageConstraintException",
        "org.apache.http.MalformedChunkCodingException",
        "org.apache.http.conn.UnsupportedSchemeException",
        "org.apache.http.client.ClientProtocolException");
  }

  @Override
  public List<JoinPoint> joinPoints() {
    List<JoinPoint> points = new ArrayList<>();
    points.add(
        JoinPoint.of(
            CLIENT + "InternalHttpClient",
            "doExecute",
            DO_EXECUTE,
            ADVICE + "Classic4Advice$Execute4Advice"));
    points.add(
        JoinPoint.of(
            CLIENT + "MinimalHttpClient",
            "doExecute",
            DO_EXECUTE,
            ADVICE + "Classic4Advice$Execute4Advice"));
    points.add(
        JoinPoint.optional(
            CLIENT + "AbstractHttpClient",
            "doExecute",
            DO_EXECUTE,
            ADVICE + "Classic4Advice$Execute4Advice"));
    points.add(
        JoinPoint.of(
            CHAIN + "MainClientExec",
            "execute",
            ATTEMPT,
            ADVICE + "Classic4Advice$Attempt4Advice"));
    points.add(
        JoinPoint.of(
            CHAIN + "MinimalClientExec",
            "execute",
            ATTEMPT,
            ADVICE + "Classic4Advice$Attempt4Advice"));
    points.add(
        JoinPoint.of(
            "org.apache.http.protocol.HttpRequestExecutor",
            "execute",
            "(Lorg/apache/http/HttpRequest;Lorg/apache/http/HttpClientConnection;"
                + "Lorg/apache/http/protocol/HttpContext;)Lorg/apache/http/HttpResponse;",
            ADVICE + "Classic4Advice$Send4Advice"));
    addBody(points);
    addAsync(points);
    return points;
  }

  private static void addBody(List<JoinPoint> points) {
    points.add(
        JoinPoint.of(
            HOLDER,
            "<init>",
            "(Lorg/apache/commons/logging/Log;Lorg/apache/http/conn/HttpClientConnectionManager;"
                + "Lorg/apache/http/HttpClientConnection;)V",
            ADVICE + "BodyAdvice$HoldAdvice"));
    points.add(
        JoinPoint.of(HOLDER, "releaseConnection", "()V", ADVICE + "BodyAdvice$ReleaseAdvice"));
    // What close() calls, from 4.5.4 on; it calls abortConnection() before.
    points.add(
        JoinPoint.optional(
            HOLDER, "releaseConnection", "(Z)V", ADVICE + "BodyAdvice$ReleaseAdvice"));
    points.add(JoinPoint.of(HOLDER, "abortConnection", "()V", ADVICE + "BodyAdvice$ReleaseAdvice"));
    points.add(JoinPoint.of(HOLDER, "cancel", "()Z", ADVICE + "BodyAdvice$AbortAdvice"));
    points.add(JoinPoint.of(PROXY, "eofDetected", STREAM, ADVICE + "Body4Advice$Stream4Advice"));
    points.add(JoinPoint.of(PROXY, "streamClosed", STREAM, ADVICE + "Body4Advice$Stream4Advice"));
    points.add(JoinPoint.of(PROXY, "writeTo", WRITE, ADVICE + "Body4Advice$Stream4Advice"));
    points.add(
        JoinPoint.of(PROXY, "streamAbort", STREAM, ADVICE + "Body4Advice$StreamAbort4Advice"));
    points.add(
        JoinPoint.optional(
            MANAGED,
            "<init>",
            "(Lorg/apache/http/HttpEntity;Lorg/apache/http/conn/ManagedClientConnection;Z)V",
            ADVICE + "BodyAdvice$HoldAdvice"));
    points.add(
        JoinPoint.optional(
            MANAGED, "releaseManagedConnection", "()V", ADVICE + "BodyAdvice$ReleaseAdvice"));
    points.add(
        JoinPoint.optional(MANAGED, "abortConnection", "()V", ADVICE + "BodyAdvice$ReleaseAdvice"));
    points.add(
        JoinPoint.optional(
            MANAGED, "eofDetected", STREAM, ADVICE + "Body4Advice$ManagedEntityAdvice"));
    points.add(
        JoinPoint.optional(
            MANAGED, "streamClosed", STREAM, ADVICE + "Body4Advice$ManagedEntityAdvice"));
    points.add(
        JoinPoint.optional(MANAGED, "writeTo", WRITE, ADVICE + "Body4Advice$ManagedEntityAdvice"));
    points.add(
        JoinPoint.optional(
            MANAGED, "streamAbort", STREAM, ADVICE + "Body4Advice$ManagedEntityAbortAdvice"));
    addReads(points, "org.apache.http.conn.EofSensorInputStream");
    points.add(
        JoinPoint.of(
            "org.apache.http.conn.EofSensorInputStream",
            "abortConnection",
            "()V",
            ADVICE + "BodyAdvice$StreamAbortedAdvice"));
  }

  /** Of a stream that tells its entity about its end. */
  static void addReads(List<JoinPoint> points, String stream) {
    points.add(JoinPoint.of(stream, "read", "()I", ADVICE + "BodyAdvice$ReadAdvice"));
    points.add(JoinPoint.of(stream, "read", "([BII)I", ADVICE + "BodyAdvice$ReadAdvice"));
    points.add(JoinPoint.of(stream, "available", "()I", ADVICE + "BodyAdvice$ReadAdvice"));
  }

  private static void addAsync(List<JoinPoint> points) {
    String execute =
        "(Lorg/apache/http/nio/protocol/HttpAsyncRequestProducer;"
            + "Lorg/apache/http/nio/protocol/HttpAsyncResponseConsumer;"
            + "Lorg/apache/http/protocol/HttpContext;"
            + "Lorg/apache/http/concurrent/FutureCallback;)Ljava/util/concurrent/Future;";
    points.add(
        JoinPoint.of(
            ASYNC + "InternalHttpAsyncClient",
            "execute",
            execute,
            ADVICE + "Async4Advice$ExecuteAsync4Advice"));
    points.add(
        JoinPoint.of(
            ASYNC + "MinimalHttpAsyncClient",
            "execute",
            execute,
            ADVICE + "Async4Advice$ExecuteAsync4Advice"));
    String exchange = ASYNC + "AbstractClientExchangeHandler";
    points.add(
        JoinPoint.of(exchange, "requestConnection", "()V", ADVICE + "Async4Advice$Connect4Advice"));
    points.add(
        JoinPoint.of(
            exchange, "failed", "(Ljava/lang/Exception;)V", ADVICE + "Async4Advice$Fail4Advice"));
    addExchange(points, ASYNC + "DefaultClientExchangeHandlerImpl");
    addExchange(points, ASYNC + "MinimalClientExchangeHandlerImpl");
    addFuture(points, FUTURE);
  }

  private static void addExchange(List<JoinPoint> points, String exchange) {
    points.add(
        JoinPoint.of(
            exchange,
            "generateRequest",
            "()Lorg/apache/http/HttpRequest;",
            ADVICE + "Async4Advice$SendAsync4Advice"));
    points.add(
        JoinPoint.of(
            exchange,
            "produceContent",
            "(Lorg/apache/http/nio/ContentEncoder;Lorg/apache/http/nio/IOControl;)V",
            ADVICE + "Async4Advice$Handle4Advice"));
    points.add(
        JoinPoint.of(exchange, "requestCompleted", "()V", ADVICE + "Async4Advice$Handle4Advice"));
    points.add(
        JoinPoint.of(
            exchange,
            "responseReceived",
            "(Lorg/apache/http/HttpResponse;)V",
            ADVICE + "Async4Advice$Answer4Advice"));
    points.add(
        JoinPoint.of(
            exchange,
            "consumeContent",
            "(Lorg/apache/http/nio/ContentDecoder;Lorg/apache/http/nio/IOControl;)V",
            ADVICE + "Async4Advice$Handle4Advice"));
    points.add(
        JoinPoint.of(exchange, "responseCompleted", "()V", ADVICE + "Async4Advice$Handle4Advice"));
  }

  /** Of the future that the application waits for. */
  static void addFuture(List<JoinPoint> points, String future) {
    points.add(
        JoinPoint.of(
            future,
            "completed",
            "(Ljava/lang/Object;)Z",
            ADVICE + "FutureAdvice$FutureCompletedAdvice"));
    points.add(
        JoinPoint.of(
            future,
            "failed",
            "(Ljava/lang/Exception;)Z",
            ADVICE + "FutureAdvice$FutureFailedAdvice"));
    points.add(
        JoinPoint.of(future, "cancel", "(Z)Z", ADVICE + "FutureAdvice$FutureCancelledAdvice"));
  }
}
