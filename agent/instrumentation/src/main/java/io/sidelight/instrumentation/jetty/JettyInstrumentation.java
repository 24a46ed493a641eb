package io.sidelight.instrumentation.jetty;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.List;
import java.util.function.Predicate;

/** Join points read in Jetty 9.4.0, 9.4.58, 10.0.0, 10.0.26, 11.0.0 and 11.0.26. */
public final class JettyInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "jetty";
  public static final String SWITCH_HELP = "Whether Jetty is instrumented.";

  /** A class that came with Jetty 12, whose {@code HttpChannel} and {@code Server} are others. */
  private static final String JETTY_12 = "org.eclipse.jetty.server.internal.HttpChannelState";

  private static final String SERVER = "org.eclipse.jetty.server.";
  private static final String CHANNEL = SERVER + "HttpChannel";
  private static final String CONNECTION = SERVER + "HttpConnection";
  private static final String STATE = SERVER + "HttpChannelState";
  private static final String ERRORS = SERVER + "handler.ErrorHandler";
  private static final String SESSIONS = SERVER + "session.SessionHandler";
  private static final String ADVICE = "io.sidelight.instrumentation.jetty.";
  private static final String RESPONSE = "Lorg/eclipse/jetty/http/MetaData$Response;";
  private static final String BODY = "Ljava/nio/ByteBuffer;ZLorg/eclipse/jetty/util/Callback;";
  private static final String FAILURE = "(Ljava/lang/Throwable;)V";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public boolean isFor(Predicate<String> library) {
    return !library.test(JETTY_12);
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("org.eclipse.jetty.");
  }

  @Override
  public List<JoinPoint> joinPoints() {
    return List.of(
        JoinPoint.of(CHANNEL, "handle", "()Z", ADVICE + "JettyRequestAdvice$HandleAdvice"),
        JoinPoint.of(
            CHANNEL,
            "sendResponse",
            "(" + RESPONSE + BODY + ")Z",
            ADVICE + "JettyResponseAdvice$CommitAdvice"),
        JoinPoint.of(
            CHANNEL, "handleException", FAILURE, ADVICE + "JettyRequestAdvice$FailureAdvice"),
        JoinPoint.of(CHANNEL, "abort", FAILURE, ADVICE + "JettyResponseAdvice$AbortAdvice"),
        JoinPoint.of(
            CONNECTION, "abort", FAILURE, ADVICE + "JettyResponseAdvice$ConnectionAbortAdvice"),
        JoinPoint.of(
            CONNECTION,
            "onCompleted",
            "()V",
            ADVICE + "JettyRequestAdvice$ConnectionCompletionAdvice"),
        // The one or the other, by version.
        JoinPoint.optional(
            CONNECTION,
            "send",
            "(" + RESPONSE + "Z" + BODY + ")V",
            ADVICE + "JettyResponseAdvice$FailedHeadersAdvice"),
        JoinPoint.optional(
            CONNECTION,
            "send",
            "(Lorg/eclipse/jetty/http/MetaData$Request;" + RESPONSE + BODY + ")V",
            ADVICE + "JettyResponseAdvice$FailedHeaders10Advice"),
        // The first releases of 9.4 close the output instead, and are done with that.
        JoinPoint.optional(
            SERVER + "Response",
            "completeOutput",
            "(Lorg/eclipse/jetty/util/Callback;)V",
            ADVICE + "JettyResponseAdvice$EndOfOutputAdvice"),
        JoinPoint.of(CHANNEL, "onCompleted", "()V", ADVICE + "JettyRequestAdvice$CompletionAdvice"),
        JoinPoint.of(CHANNEL, "recycle", "()V", ADVICE + "JettyRequestAdvice$CompletionAdvice"),
        JoinPoint.of(
            STATE,
            "startAsync",
            "(Lorg/eclipse/jetty/server/AsyncContextEvent;)V",
            ADVICE + "JettyAsyncAdvice$AsyncStartAdvice"),
        JoinPoint.of(
            SERVER + "handler.ContextHandler",
            "handle",
            "(Lorg/eclipse/jetty/server/Request;Ljava/lang/Runnable;)V",
            ADVICE + "JettyAsyncAdvice$ContextTaskAdvice"),
        JoinPoint.of(STATE, "onTimeout", "()V", ADVICE + "JettyAsyncAdvice$TimeoutAdvice"),
        // The one or the other, by version.
        JoinPoint.optional(
            CHANNEL,
            "onBadMessage",
            "(Lorg/eclipse/jetty/http/BadMessageException;)V",
            ADVICE + "JettyRequestAdvice$RefusalAdvice"),
        JoinPoint.optional(
            CHANNEL,
            "onBadMessage",
            "(ILjava/lang/String;)V",
            ADVICE + "JettyRequestAdvice$RefusalAdvice"),
        badMessageError("org/eclipse/jetty/http/HttpFields"),
        badMessageError("org/eclipse/jetty/http/HttpFields$Mutable"),
        JoinPoint.of(
            SERVER + "Request",
            "setAuthentication",
            "(Lorg/eclipse/jetty/server/Authentication;)V",
            ADVICE + "JettyRequestAdvice$AuthenticationAdvice"),
        JoinPoint.of(
            SERVER + "Request",
            "login",
            "(Ljava/lang/String;Ljava/lang/String;)V",
            ADVICE + "JettyRequestAdvice$AuthenticationAdvice"),
        sessionHandling("javax"),
        sessionHandling("jakarta"),
        JoinPoint.of(
            SERVER + "Server", "doStart", "()V", ADVICE + "JettyServerAdvice$ServerStartAdvice"));
  }

  private static JoinPoint badMessageError(String fields) {
    return JoinPoint.optional(
        ERRORS,
        "badMessageError",
        "(ILjava/lang/String;L" + fields + ";)Ljava/nio/ByteBuffer;",
        ADVICE + "JettyRequestAdvice$RefusalHeadersAdvice");
  }

  private static JoinPoint sessionHandling(String servlet) {
    return JoinPoint.optional(
        SESSIONS,
        "doHandle",
        "(Ljava/lang/String;Lorg/eclipse/jetty/server/Request;L"
            + servlet
            + "/servlet/http/HttpServletRequest;L"
            + servlet
            + "/servlet/http/HttpServletResponse;)V",
        ADVICE + "JettyRequestAdvice$SessionAdvice");
  }
}
