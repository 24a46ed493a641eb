package io.sidelight.instrumentation.undertow;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Join points read in Undertow 2.2.0, 2.2.40, 2.3.0, 2.3.23 (WildFly 39), 2.3.26 and 2.4.3 (core
 * only).
 */
public final class UndertowInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "undertow";
  public static final String SWITCH_HELP = "Whether Undertow is instrumented.";

  private static final String SERVER = "io.undertow.server.";
  private static final String CONNECTORS = SERVER + "Connectors";
  private static final String REQUEST_CHANNEL = SERVER + "HttpServerExchange$ReadDispatchChannel";
  private static final String PROTOCOL = SERVER + "protocol.";
  private static final String SERVLET_CONTEXT = "io.undertow.servlet.spec.ServletContextImpl";
  private static final String ASYNC_CONTEXT = "io.undertow.servlet.spec.AsyncContextImpl";

  private static final String EXCHANGE = "Lio/undertow/server/HttpServerExchange;";
  private static final String ADVICE = "io.sidelight.instrumentation.undertow.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("io.undertow.", "org.xnio.", "org.jboss.threads.");
  }

  @Override
  public List<JoinPoint> joinPoints() {
    List<JoinPoint> all = new ArrayList<>();
    addCore(all);
    addRequestChannel(all);
    addServlet(all);
    addServlet(all, "javax");
    addServlet(all, "jakarta");
    return all;
  }

  private static void addCore(List<JoinPoint> all) {
    all.add(
        JoinPoint.of(
            CONNECTORS,
            "executeRootHandler",
            "(Lio/undertow/server/HttpHandler;" + EXCHANGE + ")V",
            ADVICE + "UndertowRequestAdvice$RootHandlerAdvice"));
    all.add(
        JoinPoint.of(
            CONNECTORS,
            "flattenCookies",
            "(" + EXCHANGE + ")V",
            ADVICE + "UndertowRequestAdvice$CommitAdvice"));
    all.add(
        JoinPoint.of(
            SERVER + "HttpServerExchange",
            "dispatch",
            "(Ljava/util/concurrent/Executor;Ljava/lang/Runnable;)" + EXCHANGE,
            ADVICE + "UndertowAsyncAdvice$DispatchAdvice"));
    for (String connection :
        new String[] {
          "http.HttpServerConnection", "http2.Http2ServerConnection", "ajp.AjpServerConnection"
        }) {
      all.add(
          JoinPoint.of(
              PROTOCOL + connection,
              "exchangeComplete",
              "(" + EXCHANGE + ")V",
              ADVICE + "UndertowRequestAdvice$CompletionAdvice"));
    }
    all.add(
        JoinPoint.of(
            SERVER + "HttpServerExchange",
            "invokeExchangeCompleteListeners",
            "()V",
            ADVICE + "UndertowRequestAdvice$SweepAdvice"));
    all.add(
        JoinPoint.of(
            PROTOCOL + "http.HttpReadListener",
            "sendBadRequestAndClose",
            "(Lorg/xnio/StreamConnection;Ljava/lang/Throwable;)V",
            ADVICE + "UndertowRequestAdvice$RefusalAdvice"));
    all.add(
        JoinPoint.of(
            "io.undertow.security.impl.AbstractSecurityContext",
            "authenticationComplete",
            "(Lio/undertow/security/idm/Account;Ljava/lang/String;ZZ)V",
            ADVICE + "UndertowRequestAdvice$AuthenticationAdvice"));
    for (String listener : new String[] {"http.HttpOpenListener", "ajp.AjpOpenListener"}) {
      all.add(
          JoinPoint.of(
              PROTOCOL + listener,
              "setRootHandler",
              "(Lio/undertow/server/HttpHandler;)V",
              ADVICE + "UndertowListenerAdvice$ListenerAdvice"));
    }
  }

  /** Undertow counts what it sends and not what it receives. */
  private static void addRequestChannel(List<JoinPoint> all) {
    all.add(
        JoinPoint.of(
            CONNECTORS,
            "ungetRequestBytes",
            "(" + EXCHANGE + "[Lio/undertow/connector/PooledByteBuffer;)V",
            ADVICE + "UndertowBodyAdvice$UngetAdvice"));
    all.add(
        JoinPoint.of(
            REQUEST_CHANNEL,
            "read",
            "(Ljava/nio/ByteBuffer;)I",
            ADVICE + "UndertowBodyAdvice$ReadBufferAdvice"));
    all.add(
        JoinPoint.of(
            REQUEST_CHANNEL,
            "read",
            "([Ljava/nio/ByteBuffer;II)J",
            ADVICE + "UndertowBodyAdvice$ReadAdvice"));
    all.add(
        JoinPoint.of(
            REQUEST_CHANNEL,
            "transferTo",
            "(JJLjava/nio/channels/FileChannel;)J",
            ADVICE + "UndertowBodyAdvice$ReadAdvice"));
    all.add(
        JoinPoint.of(
            REQUEST_CHANNEL,
            "transferTo",
            "(JLjava/nio/ByteBuffer;Lorg/xnio/channels/StreamSinkChannel;)J",
            ADVICE + "UndertowBodyAdvice$ReadAdvice"));
  }

  private static void addServlet(List<JoinPoint> all) {
    all.add(
        JoinPoint.of(
            "io.undertow.servlet.handlers.ServletInitialHandler",
            "handleFirstRequest",
            "(" + EXCHANGE + "Lio/undertow/servlet/handlers/ServletRequestContext;)V",
            ADVICE + "UndertowRequestAdvice$FirstRequestAdvice"));
    all.add(
        JoinPoint.of(
            ASYNC_CONTEXT,
            "initialRequestDone",
            "()V",
            ADVICE + "UndertowAsyncAdvice$AsyncAdvice"));
    all.add(
        JoinPoint.of(
            ASYNC_CONTEXT,
            "handleCompletedBeforeInitialRequestDone",
            "()V",
            ADVICE + "UndertowAsyncAdvice$AsyncAdvice"));
    all.add(
        JoinPoint.of(
            SERVLET_CONTEXT,
            "invokeRunnable",
            "(" + EXCHANGE + "Ljava/lang/Runnable;)V",
            ADVICE + "UndertowAsyncAdvice$CallbackAdvice"));
  }

  /** Methods whose descriptors name a Servlet type, of the one namespace or the other. */
  private static void addServlet(List<JoinPoint> all, String namespace) {
    String servlet = "L" + namespace + "/servlet/";
    String[][] callbacks = {
      {"invokeOnDataAvailable", "ReadListener"},
      {"invokeOnAllDataRead", "ReadListener"},
      {"invokeOnWritePossible", "WriteListener"}
    };
    for (String[] callback : callbacks) {
      all.add(
          JoinPoint.optional(
              SERVLET_CONTEXT,
              callback[0],
              "(" + EXCHANGE + servlet + callback[1] + ";)V",
              ADVICE + "UndertowAsyncAdvice$CallbackAdvice"));
    }
    all.add(
        JoinPoint.optional(
            "io.undertow.servlet.api.LoggingExceptionHandler",
            "handleThrowable",
            "("
                + EXCHANGE
                + servlet
                + "ServletRequest;"
                + servlet
                + "ServletResponse;Ljava/lang/Throwable;)Z",
            ADVICE + "UndertowRequestAdvice$ThrownAdvice"));
  }
}
