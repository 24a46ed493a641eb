package io.sidelight.instrumentation.tomcat;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.List;
import java.util.function.Predicate;

/**
 * Join points read in Tomcat 8.5.0, 8.5.100, 9.0.1, 9.0.121, 10.1.0, 10.1.59, 11.0.0 and 11.0.25.
 */
public final class TomcatInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "tomcat";
  public static final String SWITCH_HELP = "Whether Tomcat is instrumented.";

  private static final String ADAPTER = "org.apache.catalina.connector.CoyoteAdapter";
  private static final String REQUEST = "org.apache.catalina.connector.Request";
  private static final String HTTP2 = "org.apache.coyote.http2.StreamProcessor";
  private static final String ASYNC_TASK =
      "org.apache.catalina.core.AsyncContextImpl$RunnableWrapper";
  private static final String EXCHANGE = "Lorg/apache/coyote/Request;Lorg/apache/coyote/Response;";
  private static final String ADVICE = "io.sidelight.instrumentation.tomcat.";

  @Override
  public String name() {
    return SWITCH;
  }

  /** GlassFish has classes of the same names, over Grizzly instead of Coyote. */
  @Override
  public boolean isFor(Predicate<String> library) {
    return library.test("org.apache.coyote.Request");
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("org.apache.tomcat.", "org.apache.catalina.", "org.apache.coyote.");
  }

  @Override
  public List<JoinPoint> joinPoints() {
    return List.of(
        JoinPoint.of(
            ADAPTER,
            "service",
            "(" + EXCHANGE + ")V",
            ADVICE + "TomcatRequestAdvice$ServiceAdvice"),
        JoinPoint.of(
            ADAPTER,
            "asyncDispatch",
            "(" + EXCHANGE + "Lorg/apache/tomcat/util/net/SocketEvent;)Z",
            ADVICE + "TomcatAsyncAdvice$AsyncDispatchAdvice"),
        JoinPoint.of(
            ADAPTER, "log", "(" + EXCHANGE + "J)V", ADVICE + "TomcatRequestAdvice$RefusalAdvice"),
        JoinPoint.of(REQUEST, "recycle", "()V", ADVICE + "TomcatRequestAdvice$CompletionAdvice"),
        JoinPoint.of(
            REQUEST,
            "setUserPrincipal",
            "(Ljava/security/Principal;)V",
            ADVICE + "TomcatRequestAdvice$PrincipalAdvice"),
        JoinPoint.of(
            REQUEST,
            "doGetSession",
            "(Z)Lorg/apache/catalina/Session;",
            ADVICE + "TomcatRequestAdvice$SessionAdvice"),
        JoinPoint.of(
            ASYNC_TASK,
            "<init>",
            "(Ljava/lang/Runnable;Lorg/apache/catalina/Context;Lorg/apache/coyote/Request;)V",
            ADVICE + "TomcatAsyncAdvice$AsyncTaskAdvice"),
        JoinPoint.of(ASYNC_TASK, "run", "()V", ADVICE + "TomcatAsyncAdvice$AsyncTaskRunAdvice"),
        JoinPoint.of(
            "org.apache.coyote.Request",
            "recycle",
            "()V",
            ADVICE + "TomcatRequestAdvice$SweepAdvice"),
        JoinPoint.of(
            "org.apache.coyote.http11.Http11Processor",
            "prepareResponse",
            "()V",
            ADVICE + "TomcatResponseAdvice$CommitAdvice"),
        // The one or the other, by version.
        JoinPoint.optional(
            HTTP2, "prepareResponse", "()V", ADVICE + "TomcatResponseAdvice$CommitAdvice"),
        JoinPoint.optional(
            HTTP2,
            "action",
            "(Lorg/apache/coyote/ActionCode;Ljava/lang/Object;)V",
            ADVICE + "TomcatResponseAdvice$Http2ActionAdvice"),
        JoinPoint.of(
            "org.apache.coyote.ajp.AjpProcessor",
            "prepareResponse",
            "()V",
            ADVICE + "TomcatResponseAdvice$CommitAdvice"),
        JoinPoint.of(
            "org.apache.catalina.connector.Connector",
            "startInternal",
            "()V",
            ADVICE + "TomcatConnectorAdvice$ConnectorStartAdvice"));
  }
}
